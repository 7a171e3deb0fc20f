#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Question.h"
#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "widgets/base/Page.h"

#include <memory>
#include <string>
#include <vector>

class QStackedLayout;

namespace base {
class StateNotice;
}

namespace rbac {

class AccessPane;

/// What those may do whom an object is about, live while it is on screen; from there one goes to others and back. Everything is worked out aside.
class AccessTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    AccessTab(std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::ServerWord> word, ObjectRef object, QWidget *parent = nullptr);
    ~AccessTab() override;

    bool isSettled() const override { return m_isSettled; }
    QString command() const override;
    bool find() override;
    AccessPane &pane() { return *m_pane; }
    /// What is in the middle now.
    const ObjectRef &centre() const { return m_way.back(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeBasis();
    void tellStale();
    void draw(bool isAnew);
    void takePicture(std::shared_ptr<const AccessPicture> picture, std::size_t count);
    void tellNobody();
    void goTo(const ObjectRef &centre);
    void goBack();
    void centreChanged();
    void workAgain();
    void ask(const QString &question);
    void answer();
    void takeAnswer(std::shared_ptr<const Answer> answer, const std::string &problem);

    std::shared_ptr<rights::LiveRights> m_live;
    std::shared_ptr<rights::ServerWord> m_word;
    std::vector<ObjectRef> m_way;       ///< what was in the middle, the object of the page first; never empty
    std::shared_ptr<const Basis> m_basis;
    QString m_question;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    AccessPane *m_pane;
    bool m_isSettled = false;
    bool m_isOther = false;         ///< the basis, than what is being drawn
    base::EventLoopExecutor m_executor;
    base::Job m_drawing;
    base::Job m_answering;
    base::Job m_again;
};

} // namespace rbac

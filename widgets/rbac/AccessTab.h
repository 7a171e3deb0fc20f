#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/rbac/AccessPicture.h"
#include "models/rbac/Centre.h"
#include "models/rbac/Question.h"
#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "models/rights/Viewer.h"
#include "widgets/base/Page.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QStackedLayout;

namespace base {
class StateNotice;
}

namespace rbac {

class AccessPane;

/// The objects whose access is looked at; what they are about stands in the middle.
using Middle = std::vector<ObjectRef>;

/// What those may do whom objects are about, live while it is on screen; from there one goes to others and back. Everything is worked out aside.
class AccessTab final : public base::ObjectTab
{
    Q_OBJECT

public:
    AccessTab(std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::ServerWord> word, Middle objects, QWidget *parent = nullptr);
    ~AccessTab() override;

    /// Who would apply what mends something, and who takes a text to the page of drafts, before that is opened.
    void setDrafting(std::shared_ptr<rights::Viewer> viewer, std::function<void(std::string)> leave);

    bool isSettled() const override { return m_isSettled; }
    QString command() const override;
    bool find() override;
    std::vector<base::Command> commands() override;
    AccessPane &pane() { return *m_pane; }
    /// What is in the middle now.
    const Middle &centre() const { return m_way.back(); }
    /// Others, as if nothing had been shown before.
    void show(Middle objects);
    /// As if a person had typed it.
    void askAbout(const QString &question);
    using QWidget::show;

Q_SIGNALS:
    void centreChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeBasis();
    void tellStale();
    /// Anew: as if nothing had been shown before.
    enum class Places { Kept, Anew };
    void draw(Places places);
    /// Null: it would look as before.
    void takePicture(std::shared_ptr<const AccessPicture> picture, const Centre &about);
    void tellNobody(Centre::Lack lack);
    void takeViewer();
    bool waitsForViewer();
    void tellAskingWho();
    std::optional<Identity> viewerIdentity() const { return m_viewer ? m_viewer->identity() : std::nullopt; }
    void settle();
    void goTo(const ObjectRef &centre);
    void goBack();
    void beginAnew();
    void workAgain();
    void ask(const QString &question);
    void answer();
    void takeAnswer(std::shared_ptr<const Answer> answer, const std::string &problem);
    void tellUnnamed();

    std::shared_ptr<rights::LiveRights> m_live;
    std::shared_ptr<rights::ServerWord> m_word;
    std::shared_ptr<rights::Viewer> m_viewer;
    std::function<void(std::string)> m_leave;
    std::vector<Middle> m_way;          ///< what was in the middle, the object of the page first; never empty
    std::shared_ptr<const Basis> m_basis;
    QString m_question;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    AccessPane *m_pane;
    bool m_isSettled = false;
    bool m_isAnswered = false;      ///< some question was
    bool m_isOtherViewer = false;   ///< than what is drawn was drawn for
    bool m_isOther = false;         ///< the basis, than what is being drawn
    base::EventLoopExecutor m_executor;
    base::Job m_drawing;
    base::Job m_answering;
    base::Job m_again;
};

} // namespace rbac

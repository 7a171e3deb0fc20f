#pragma once

#include "models/rights/LiveRights.h"
#include "models/rights/ServerWord.h"
#include "widgets/base/Page.h"
#include "widgets/rbac/AccessPlace.h"

#include <memory>

class QLineEdit;
class QStackedWidget;
class QStringListModel;

namespace rbac {

class AccessTab;

/// The access of several, of users and groups, who have no page of their own, or of whoever was refused something, with the question why.
class AccessPage final : public base::Page
{
    Q_OBJECT

public:
    AccessPage(std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::ServerWord> word, QWidget *parent = nullptr);
    ~AccessPage() override;

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    bool find() override;
    bool isSettled() const override;
    void showAgain(const base::Address &address) override;
    text::Value state() const override;
    void restore(const text::Value &state) override;
    AccessTab &tab() { return *m_tab; }
    QLineEdit &whose() { return *m_whose; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    void listenToTab();
    void show(const AccessPlace &place);
    using QWidget::show;
    void showAsked(const QString &question);
    void offerNames();

    std::shared_ptr<rights::LiveRights> m_live;
    AccessPlace m_place;
    QLineEdit *m_whose;
    QStringListModel *m_names;      ///< that complete what is typed
    QStackedWidget *m_stack;
    AccessTab *m_tab;
};

} // namespace rbac

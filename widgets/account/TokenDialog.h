#pragma once

#include "models/account/TokenExchange.h"
#include "models/base/EventLoopExecutor.h"
#include "models/kube/ConnectionSettings.h"
#include "models/platform/FileCalls.h"
#include "models/rights/LiveRights.h"
#include "widgets/account/TokenWords.h"
#include "widgets/base/Address.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace account {

class TokenForm;
class TokenResult;

/// Makes a short-lived token of a ServiceAccount: first it says what whoever has it can do, and only who confirms that gets one. The token is
/// nowhere but here, and gone when this is closed.
class TokenDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Services
    {
        std::function<kube::Api &()> api;                               ///< of the connection that there is now
        std::function<QString()> refusal;                               ///< why nothing may be made; empty: it may
        std::function<kube::ConnectionSettings()> settings;
        QString context;                                                ///< as kubectl calls it
        std::string folder;                                             ///< where kubeconfigs are looked for
        std::function<void(const std::string &path)> addToCatalog;
        platform::FileCalls &calls = platform::FileCalls::system();
    };

    TokenDialog(Services services, std::shared_ptr<rights::LiveRights> live, rbac::ServiceAccountRef account, QWidget *parent = nullptr);
    ~TokenDialog() override;

    TokenForm &form() { return *m_form; }
    /// Null before there is a token.
    TokenResult *result() const { return m_result; }
    /// What whoever has the token can do, as it is shown; empty while it is worked out.
    QString power() const;
    QString state() const;
    QString command() const;

Q_SIGNALS:
    void noticed(const QString &text);
    void answered();
    /// Where it is explained why the server refuses one; this closes then.
    void openRequested(const base::Address &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFrame();
    void fit();
    QWidget *makePower();
    QWidget *makeCommand();
    QWidget *makeButtons();
    void workOutPower();
    void takePower(const Power &power);
    void wishChanged();
    void showUsable();
    void create();
    void take(const base::Result<kube::IssuedToken> &issued);
    void tell(base::Meaning meaning, const QString &text);
    void explain();

    Services m_services;
    std::shared_ptr<rights::LiveRights> m_live;
    rbac::ServiceAccountRef m_account;
    QWidget *m_body;                    ///< everything but the buttons
    QWidget *m_buttons = nullptr;
    QVBoxLayout *m_layout;
    TokenForm *m_form;
    base::TextLabel *m_power = nullptr;
    base::TextLabel *m_risks = nullptr;
    base::TextLabel *m_command = nullptr;
    base::TextLabel *m_state = nullptr;
    QPushButton *m_whyNot = nullptr;
    std::optional<base::Address> m_why;     ///< of a refusal
    QCheckBox *m_confirm;
    QPushButton *m_create = nullptr;
    TokenResult *m_result = nullptr;
    bool m_isPowerKnown = false;
    QString m_said;                     ///< of what can be done with it
    base::EventLoopExecutor m_executor;
    TokenExchange m_exchange;
    base::Job m_work;
};

} // namespace account

#pragma once

#include "models/base/EventLoopExecutor.h"
#include "models/metrics/HttpTransport.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace base {
class TextLabel;
}

namespace prometheus {

/// A server of the Prometheus API as a person describes it: its URL, credentials, headers and authority.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerForm(QWidget *parent = nullptr);
    ~ServerForm() override;

    /// What was named before; secrets are not shown again. What stays empty is as it was while the URL is the same, unless it is removed.
    void show(const std::optional<metrics::DirectServer> &server);
    using QWidget::show;

Q_SIGNALS:
    void serverChosen(const metrics::DirectServer &server);
    /// No server of one's own any more.
    void forgotten();

private:
    enum class Credentials { None, Bearer, Password };

    void makeFields();
    QWidget *makeHeaders();
    QWidget *makeAuthority();
    /// Fields and their steps side by side.
    QHBoxLayout *makeRow();
    void removeHeaders();
    void removeAuthority();
    /// What empty fields stand for is told in them, without a secret.
    void tellKept();
    QString keptHeaders() const;
    QWidget *makeSteps();
    QLineEdit *addLine(const QString &name, const QString &placeholder);
    Credentials credentials() const;
    void credentialsChanged();
    void chooseAuthority();
    void submit();
    metrics::DirectServer written() const;
    /// Names what cannot be a header.
    base::Result<std::vector<metrics::DirectServer::Header>> headers() const;
    void finish(base::Result<std::string> authority);
    void tell(const QString &fault);

    std::optional<metrics::DirectServer> m_before;
    metrics::DirectServer m_kept;               ///< what empty fields stand for
    QFormLayout *m_form;
    QLineEdit *m_url = nullptr;
    QComboBox *m_credentials = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QLineEdit *m_authority = nullptr;
    QPushButton *m_headersRemoval = nullptr;
    QPushButton *m_authorityRemoval = nullptr;
    QPushButton *m_forget = nullptr;
    base::TextLabel *m_fault = nullptr;
    base::EventLoopExecutor m_executor;
    base::Job m_reading;
};

} // namespace prometheus

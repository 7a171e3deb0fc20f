#include "widgets/prometheus/ServerForm.h"

#include "models/platform/Aside.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace prometheus {

using base::Meaning;
using base::Result;
using base::Theme;
using metrics::DirectServer;

namespace {

constexpr int FieldWidth = 460;
constexpr int HeaderLines = 2;
constexpr qint64 LongestAuthority = 1024 * 1024;    ///< bytes

Result<std::string> readAuthority(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::makeError(base::ErrorKind::Io, path.toStdString() + ": " + file.errorString().toStdString());
    const QByteArray text = file.read(LongestAuthority + 1);
    if (text.size() > LongestAuthority || !text.contains("-----BEGIN CERTIFICATE-----"))
        return base::makeError(base::ErrorKind::BadInput, path.toStdString() + ": no certificate in PEM form");
    return text.toStdString();
}

} // namespace

ServerForm::ServerForm(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(2 * Theme::Step);
    m_form->setHorizontalSpacing(4 * Theme::Step);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    makeFields();
    m_form->addRow(QString(), makeSteps());
    m_fault = new base::TextLabel(Meaning::Error, Theme::instance().bodyFont(), this);
    m_fault->hide();
    m_form->addRow(QString(), m_fault);
    credentialsChanged();
    tellKept();
}

ServerForm::~ServerForm() = default;

QLineEdit *ServerForm::addLine(const QString &name, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(placeholder);
    line->setFixedWidth(FieldWidth);
    connect(line, &QLineEdit::returnPressed, this, &ServerForm::submit);
    m_form->addRow(new base::PlainLabel(name, this), line);
    return line;
}

void ServerForm::makeFields()
{
    m_url = addLine(tr("URL"), QStringLiteral("https://prometheus.example.com/prefix"));
    m_credentials = new QComboBox(this);
    m_credentials->addItems({tr("none"), tr("bearer token"), tr("user and password")});
    m_credentials->setAccessibleName(tr("Credentials"));
    m_form->addRow(new base::PlainLabel(tr("Credentials"), this), m_credentials);
    connect(m_credentials, &QComboBox::currentIndexChanged, this, &ServerForm::credentialsChanged);
    m_token = addLine(tr("Token"), {});
    m_user = addLine(tr("User"), {});
    m_password = addLine(tr("Password"), {});
    for (QLineEdit *secret : {m_token, m_password})
        secret->setEchoMode(QLineEdit::Password);
    m_form->addRow(new base::PlainLabel(tr("Headers, one a line"), this), makeHeaders());
    m_form->addRow(new base::PlainLabel(tr("CA file"), this), makeAuthority());
}

QHBoxLayout *ServerForm::makeRow()
{
    auto *box = new QWidget(this);
    box->setFixedWidth(FieldWidth);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    return row;
}

QWidget *ServerForm::makeHeaders()
{
    QHBoxLayout *row = makeRow();
    m_headers = new QPlainTextEdit(row->parentWidget());
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(HeaderLines * m_headers->fontMetrics().lineSpacing() + 4 * Theme::Step);
    row->addWidget(m_headers, 1);
    m_headersRemoval = base::addBarButton(*row, tr("Remove"), tr("Remove the headers of before"));
    row->setAlignment(m_headersRemoval, Qt::AlignTop);
    connect(m_headersRemoval, &QPushButton::clicked, this, &ServerForm::removeHeaders);
    return row->parentWidget();
}

QWidget *ServerForm::makeAuthority()
{
    QHBoxLayout *row = makeRow();
    m_authority = new QLineEdit(row->parentWidget());
    m_authority->setAccessibleName(tr("CA file"));
    connect(m_authority, &QLineEdit::returnPressed, this, &ServerForm::submit);
    row->addWidget(m_authority, 1);
    connect(base::addBarButton(*row, tr("Choose…"), tr("Choose the file with the certificate of the server's authority")), &QPushButton::clicked, this, &ServerForm::chooseAuthority);
    m_authorityRemoval = base::addBarButton(*row, tr("Remove"), tr("Remove the CA of before"));
    connect(m_authorityRemoval, &QPushButton::clicked, this, &ServerForm::removeAuthority);
    return row->parentWidget();
}

void ServerForm::removeHeaders()
{
    m_kept.headers.clear();
    m_headers->clear();
    m_headers->setFocus();
    tellKept();
}

void ServerForm::removeAuthority()
{
    m_kept.authorityPem.clear();
    m_authority->clear();
    m_authority->setFocus();
    tellKept();
}

QWidget *ServerForm::makeSteps()
{
    auto *steps = new QWidget(this);
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    const auto *use = base::addBarButton(*row, tr("Use this server"), tr("Ask the server that is named here instead of what can be found"));
    m_forget = base::addBarButton(*row, tr("Look in the cluster instead"), tr("Forget this server and look for one in the cluster"));
    row->addStretch();
    connect(use, &QPushButton::clicked, this, &ServerForm::submit);
    connect(m_forget, &QPushButton::clicked, this, &ServerForm::forgotten);
    return steps;
}

ServerForm::Credentials ServerForm::credentials() const
{
    return static_cast<Credentials>(m_credentials->currentIndex());
}

void ServerForm::credentialsChanged()
{
    const Credentials kind = credentials();
    m_form->setRowVisible(m_token, kind == Credentials::Bearer);
    m_form->setRowVisible(m_user, kind == Credentials::Password);
    m_form->setRowVisible(m_password, kind == Credentials::Password);
}

void ServerForm::show(const std::optional<DirectServer> &server)
{
    m_forget->setEnabled(server.has_value());
    if (server == m_before)
        return;
    m_before = server;
    m_kept = server.value_or(DirectServer());
    m_url->setText(QString::fromStdString(m_kept.url));
    m_user->setText(QString::fromStdString(m_kept.user));
    m_credentials->setCurrentIndex(!m_kept.bearer.isEmpty() ? int(Credentials::Bearer) : !m_kept.user.empty() ? int(Credentials::Password) : int(Credentials::None));
    for (QLineEdit *typed : {m_token, m_password, m_authority})
        typed->clear();
    m_headers->clear();
    tellKept();
    tell({});
}

void ServerForm::tellKept()
{
    const QString asBefore = tr("as before");
    m_token->setPlaceholderText(m_kept.bearer.isEmpty() ? QString() : asBefore);
    m_password->setPlaceholderText(m_kept.password.isEmpty() ? QString() : asBefore);
    m_headers->setPlaceholderText(m_kept.headers.empty() ? QStringLiteral("X-Scope-OrgID: team-a") : asBefore + QStringLiteral(": ") + keptHeaders());
    m_authority->setPlaceholderText(m_kept.authorityPem.empty() ? tr("for a CA that this machine does not trust") : asBefore);
    m_headersRemoval->setVisible(!m_kept.headers.empty());
    m_authorityRemoval->setVisible(!m_kept.authorityPem.empty());
}

QString ServerForm::keptHeaders() const
{
    QStringList names;
    for (const DirectServer::Header &header : m_kept.headers)
        names << base::oneLine(header.name);
    return names.join(QStringLiteral(", "));
}

void ServerForm::chooseAuthority()
{
    auto *dialog = new QFileDialog(this, tr("Choose the CA file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.crt *.pem *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_authority, &QLineEdit::setText);
    dialog->open();
}

Result<std::vector<DirectServer::Header>> ServerForm::headers() const
{
    std::vector<DirectServer::Header> found;
    for (const QString &line : m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u':', 0, 0).trimmed(), value = line.section(u':', 1).trimmed();
        if (name.isEmpty() || value.isEmpty())
            return base::makeError(base::ErrorKind::BadInput, tr("\"%1\" is no header: write NAME: VALUE").arg(name.isEmpty() ? base::oneLine(line) : base::oneLine(name)).toStdString());
        found.push_back({name.toStdString(), base::SecretText(value.toStdString())});
    }
    return found;
}

/// What was not typed anew is as it was, for the same place only: no secret goes to another one.
DirectServer ServerForm::written() const
{
    DirectServer server{m_url->text().trimmed().toStdString()};
    const bool isSame = !m_kept.url.empty() && m_kept.url == server.url;
    const auto secret = [isSame](const QLineEdit *line, const base::SecretText &before) { return line->text().isEmpty() && isSame ? before : base::SecretText(line->text().toStdString()); };
    if (credentials() == Credentials::Bearer)
        server.bearer = secret(m_token, m_kept.bearer);
    if (credentials() == Credentials::Password) {
        server.user = m_user->text().toStdString();
        server.password = secret(m_password, m_kept.password);
    }
    if (isSame) {
        server.headers = m_kept.headers;
        server.authorityPem = m_kept.authorityPem;
    }
    return server;
}

void ServerForm::submit()
{
    tell({});
    const QString path = m_authority->text().trimmed();
    if (path.isEmpty())
        return finish(std::string());
    m_reading = platform::runAside(m_executor, [this, path](std::stop_token) -> base::Task {
        return [this, read = std::make_shared<Result<std::string>>(readAuthority(path))] { finish(std::move(*read)); };
    });
}

void ServerForm::finish(Result<std::string> authority)
{
    auto typed = headers();
    if (!authority || !typed)
        return tell(base::oneLine(base::errorText(authority ? typed.error() : authority.error())));
    DirectServer server = written();
    if (!typed->empty())
        server.headers = std::move(*typed);
    if (!authority->empty())
        server.authorityPem = std::move(*authority);
    if (const auto route = metrics::routeTo(server); !route)
        return tell(base::oneLine(base::errorText(route.error())));
    Q_EMIT serverChosen(server);
}

void ServerForm::tell(const QString &fault)
{
    m_fault->show(fault.toStdString());
    m_fault->setVisible(!fault.isEmpty());
}

} // namespace prometheus

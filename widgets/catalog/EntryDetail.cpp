#include "widgets/catalog/EntryDetail.h"

#include "models/http/Url.h"
#include "models/kube/ExecTrust.h"
#include "widgets/base/PlainText.h"

#include <QAction>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

void colour(QWidget *widget, Meaning meaning)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(meaning));
    widget->setPalette(palette);
}

/// A long name without spaces may be broken anywhere.
QString breakable(const QString &text)
{
    QString out;
    for (int at = 0; at < text.size(); ++at) {
        out += text[at];
        if (!text[at].isLetterOrNumber() && !text[at].isSurrogate() && !text[at].isSpace())
            out += QChar(0x200B);
        else if (at % 24 == 23 && !text[at].isSurrogate())
            out += QChar(0x200B);
    }
    return out;
}

/// Copied is what the value is, without the places where it may be broken.
void offerCopy(PlainLabel *field, const QString &value)
{
    field->setTextInteractionFlags(Qt::NoTextInteraction);
    field->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(EntryDetail::tr("Copy"), field);
    QObject::connect(copy, &QAction::triggered, field, [value] { QGuiApplication::clipboard()->setText(value); });
    field->addAction(copy);
}

struct Authority
{
    std::string_view kind;
    const char *words;
};
constexpr std::array<Authority, 4> authorities{{
    {"data", QT_TRANSLATE_NOOP("catalog::EntryDetail", "in the kubeconfig")},
    {"file", QT_TRANSLATE_NOOP("catalog::EntryDetail", "the file %1")},
    {"system", QT_TRANSLATE_NOOP("catalog::EntryDetail", "those of this system")},
    {"none", QT_TRANSLATE_NOOP("catalog::EntryDetail", "none")},
}};

} // namespace

EntryDetail::EntryDetail(QWidget *parent)
    : QScrollArea(parent), m_title(new PlainLabel), m_state(new PlainLabel), m_connect(new QPushButton), m_trust(new QPushButton(tr("Trust…"))),
      m_check(new QPushButton(tr("Check again"))), m_disconnect(new QPushButton(tr("Disconnect")))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Details of the context"));
    auto *body = new QWidget;
    body->setAccessibleName(accessibleName());
    body->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(Theme::Step);
    m_title->setFont(Theme::instance().titleFont());
    for (PlainLabel *label : {m_title, m_state}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * Theme::Step);
    for (QPushButton *button : {m_connect, m_trust, m_check, m_disconnect}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    layout->addSpacing(Theme::Step);
    layout->addLayout(buttons);
    layout->addStretch(1);
    setWidget(body);
    connect(m_connect, &QPushButton::clicked, this, &EntryDetail::connectRequested);
    connect(m_trust, &QPushButton::clicked, this, &EntryDetail::trustRequested);
    connect(m_check, &QPushButton::clicked, this, &EntryDetail::checkRequested);
    connect(m_disconnect, &QPushButton::clicked, this, &EntryDetail::disconnectRequested);
    show(Content());
}

void EntryDetail::show(const Content &content)
{
    delete m_facts;
    m_facts = nullptr;
    showButtons(content);
    m_state->setVisible(content.entry);
    if (!content.entry) {
        m_title->setText(tr("No context selected"));
        m_title->setAccessibleName(m_title->text());
        return;
    }
    m_title->setText(breakable(nameOf(*content.entry)));
    m_title->setAccessibleName(nameOf(*content.entry));
    m_state->setText(content.state.text());
    colour(m_state, content.state.meaning);
    fill(content);
}

void EntryDetail::showButtons(const Content &content)
{
    const bool isUsable = content.entry && (content.isConnected || (!content.entry->error() && content.entry->context.connection));
    m_connect->setText(content.isConnected ? tr("Show") : tr("Connect"));
    m_connect->setVisible(isUsable);
    m_trust->setVisible(content.waitsForTrust);
    m_check->setVisible(isUsable && !content.isConnected);
    m_disconnect->setVisible(content.isConnected);
    for (QPushButton *button : {m_connect, m_trust, m_check, m_disconnect})
        button->setAccessibleName(button->text());
}

void EntryDetail::fill(const Content &content)
{
    const kube::CatalogEntry &entry = *content.entry;
    m_facts = new QWidget;
    m_facts->setAccessibleName(tr("Facts"));
    m_form = new QFormLayout(m_facts);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(3 * Theme::Step);
    m_form->setVerticalSpacing(Theme::Step);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    addRow(QString(), content.state.detail, content.state.meaning);
    addRow(tr("Checked"), content.askedAt ? clockTime(*content.askedAt) : QString());
    addRow(tr("Newer content"), content.problem, Meaning::Warning);
    addServer(entry);
    addUser(entry);
    addSection(tr("Kubeconfig"));
    addRow(tr("File"), fileOf(entry));
    addRow(tr("Line"), entry.context.clusterEntry.line > 0 ? tr("cluster %1, user %2", "line numbers").arg(entry.context.clusterEntry.line).arg(entry.context.userEntry.line) : QString());
    for (const kube::KubeConfigWarning &warning : entry.warnings)
        addRow(tr("Warning"), tr("line %1: %2").arg(QString::number(warning.line), base::manyLines(warning.message)), Meaning::Warning);
    auto *layout = static_cast<QVBoxLayout *>(widget()->layout());
    layout->insertWidget(layout->count() - 1, m_facts);
}

void EntryDetail::addSection(const QString &title)
{
    auto *label = new PlainLabel(title);
    QFont font = Theme::instance().captionFont();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, 2 * Theme::Step, 0, 0);
    colour(label, Meaning::Secondary);
    m_form->addRow(label);
}

void EntryDetail::addRow(const QString &name, const QString &value, Meaning meaning, bool isForMachines)
{
    if (value.isEmpty())
        return;
    auto *field = new PlainLabel(breakable(value));
    field->setAccessibleName(value);
    field->setWordWrap(true);
    offerCopy(field, value);
    field->setFont(isForMachines ? Theme::instance().machineFont() : Theme::instance().tableFont());
    colour(field, meaning);
    if (name.isEmpty())
        return m_form->addRow(field);
    auto *label = new PlainLabel(name);
    label->setFont(Theme::instance().tableFont());
    colour(label, Meaning::Secondary);
    m_form->addRow(label, field);
}

void EntryDetail::addServer(const kube::CatalogEntry &entry)
{
    const auto &cluster = entry.context.clusterEntry;
    addSection(tr("Cluster"));
    addRow(tr("Cluster"), base::oneLine(entry.context.cluster));
    addRow(tr("Server"), serverOf(entry), Meaning::Text, true);
    addRow(tr("Namespace"), entry.context.context.empty() ? QString() : base::oneLine(entry.context.namespaceName));
    for (const Authority &authority : authorities) {
        if (!cluster.server.empty() && entry.context.authority() == authority.kind)
            addRow(tr("Authorities"), QString(tr(authority.words)).replace(QStringLiteral("%1"), shortPath(cluster.authorityFile)));
    }
    if (isUnverified(entry))
        addRow(tr("Verification"), tr("off, by insecure-skip-tls-verify: anybody between you and the server could answer in its place"), Meaning::Error);
    addRow(tr("Server name"), base::oneLine(cluster.serverName));
    addRow(tr("Proxy"), base::oneLine(http::redactUserInfo(cluster.proxy)), Meaning::Text, true);
}

void EntryDetail::addUser(const kube::CatalogEntry &entry)
{
    if (entry.context.user.empty())
        return;
    const auto &user = entry.context.userEntry;
    addSection(tr("User"));
    addRow(tr("User"), base::oneLine(entry.context.user));
    addRow(tr("Credentials"), QString::fromStdString(entry.context.credential()));
    addRow(tr("Certificate"), shortPath(user.clientCertificateFile));
    addRow(tr("Token file"), shortPath(user.tokenFile));
    addRow(tr("Acts as"), base::oneLine(user.impersonation.user));
    if (user.exec)
        addPlugin(*user.exec);
}

void EntryDetail::addPlugin(const kube::ExecSettings &plugin)
{
    QString line = QString::fromStdString(kube::visibleText(plugin.command));
    for (const std::string &argument : plugin.arguments)
        line += u'\n' + QString::fromStdString(kube::visibleText(argument));
    addRow(tr("Program"), line, Meaning::Text, true);
    QString variables;
    for (const kube::ExecVariable &variable : plugin.environment)
        variables += (variables.isEmpty() ? QString() : QStringLiteral(", ")) + QString::fromStdString(kube::visibleText(variable.name));
    addRow(tr("Variables"), variables, Meaning::Text, true);
}

} // namespace catalog

#include "widgets/catalog/ImportVerdict.h"

#include "models/http/Failure.h"
#include "models/kube/Distribution.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/CopyBox.h"

#include <QAccessible>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace catalog {

using base::Meaning;
using base::TextLabel;
using base::Theme;

namespace {

/// How the makers let a server put another name into its certificate (docs.k3s.io, docs.rke2.io: tls-san).
struct ServerConfig
{
    std::string_view distribution;
    const char *file;
    const char *unit;
    const char *installer;      ///< the flag in its place; empty where there is none
};
constexpr ServerConfig serverConfigs[] = {
    {"k3s", "/etc/rancher/k3s/config.yaml", "k3s", "curl -sfL https://get.k3s.io | sh -s - --tls-san "},
    {"RKE2", "/etc/rancher/rke2/config.yaml", "rke2-server", ""},
};

constexpr std::size_t MostOffered = 4;

/// Names that lead to a server only from inside of it or of its cluster.
bool isInner(const std::string &name)
{
    return kube::isLocalServer(name.find(':') == std::string::npos ? name : '[' + name + ']') || name == "kubernetes" || name.starts_with("kubernetes.default") || name.starts_with("10.43.") || name.starts_with("10.96.") || name.find('*') != std::string::npos;
}

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << base::oneLine(name);
    return list.join(QStringLiteral(", "));
}

std::string hostOf(const std::string &server)
{
    const auto url = http::parseUrl(server, "https");
    return url ? url->host : server;
}

} // namespace

ImportVerdict::ImportVerdict(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    clear();
}

void ImportVerdict::clear()
{
    delete std::exchange(m_body, nullptr);
    setAccessibleName({});
    hide();
}

void ImportVerdict::tell(Meaning meaning, const QString &title, const QString &detail)
{
    clear();
    m_body = new QWidget(this);
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Step);
    QFont font = Theme::instance().bodyFont();
    font.setWeight(base::strongWeight());
    makeText(meaning, font, Theme::sign(meaning) + u' ' + title)->setAccessibleName(title);
    m_layout->addWidget(m_body);
    if (!detail.isEmpty())
        addText(detail);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    QWidget::show();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void ImportVerdict::addText(const QString &text)
{
    makeText(Meaning::Text, Theme::instance().bodyFont(), text)->setAccessibleName(text);
}

TextLabel *ImportVerdict::makeText(Meaning meaning, const QFont &font, const QString &text)
{
    auto *label = new TextLabel(meaning, font, m_body);
    label->show(text.toStdString());
    label->installEventFilter(this);
    addNow(label);
    return label;
}

/// What joins a layout that is seen already would else be seen a turn of the event loop later.
void ImportVerdict::addNow(QWidget *widget)
{
    m_body->layout()->addWidget(widget);
    widget->setVisible(true);
}

/// A form in a form asks nobody again how high a text of several lines is.
bool ImportVerdict::eventFilter(QObject *watched, QEvent *event)
{
    if (auto *label = event->type() == QEvent::Resize ? qobject_cast<TextLabel *>(watched) : nullptr)
        label->setMinimumHeight(label->heightForWidth(label->width()));
    return QWidget::eventFilter(watched, event);
}

void ImportVerdict::addLines(const QString &lines)
{
    addNow(new CopyBox(lines, m_body));
}

void ImportVerdict::showProgress(const QString &server)
{
    tell(Meaning::Progress, tr("Connecting to %1").arg(server));
}

void ImportVerdict::show(const cluster::ConnectionVerdict &verdict, const std::string &server, const std::string &distribution)
{
    const std::string host = hostOf(server);
    if (verdict.error && verdict.error->reason == http::reason::CertificateName) {
        tellNames(*verdict.error, host);
        return tellCertificateChange(host, distribution);
    }
    if (verdict.error)
        return tellError(*verdict.error, host);
    kube::DistributionTraces traces;
    traces.version = verdict.version;
    std::string found = kube::distributionOf(traces);
    if (found.empty())
        found = distribution;
    const QString version = verdict.version.empty() ? tr("a version it does not tell") : base::oneLine(verdict.version);
    const QString what = found.empty() ? version : tr("%1 (%2)", "version, distribution").arg(version, base::oneLine(found));
    if (verdict.isAnonymous())
        return tell(Meaning::Warning, tr("It answers, and does not know these credentials"), tr("The server runs %1 and takes you for system:anonymous. The kubeconfig may belong to another cluster, or to this one before it was built anew.").arg(what));
    if (verdict.user.empty())
        return tell(Meaning::Ok, tr("Connected: %1").arg(what));
    tell(Meaning::Ok, tr("Connected: %1, as %2").arg(what, base::oneLine(verdict.user)));
}

void ImportVerdict::tellNames(const base::Error &error, const std::string &host)
{
    tell(Meaning::Error, tr("The server's certificate is not for %1").arg(base::oneLine(host)),
         error.names.empty() ? tr("It names no address at all.") : tr("The server answers there. Its certificate is for these names and addresses only: %1").arg(joined(error.names)));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    std::size_t offered = 0;
    for (const std::string &name : error.names) {
        if (isInner(name) || ++offered > MostOffered)
            continue;
        auto *button = new QPushButton(base::buttonText(tr("Use %1").arg(base::oneLine(name))), m_body);
        button->setAccessibleName(tr("Use %1").arg(base::oneLine(name)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, name] { Q_EMIT addressChosen(QString::fromStdString(name)); });
        row->addWidget(button);
        button->setVisible(true);
    }
    row->addStretch();
    static_cast<QVBoxLayout *>(m_body->layout())->addLayout(row);
}

void ImportVerdict::tellCertificateChange(const std::string &host, const std::string &distribution)
{
    const auto found = std::ranges::find(serverConfigs, distribution, &ServerConfig::distribution);
    if (found == std::end(serverConfigs))
        return addText(tr("Use one of them as the address, or let the server have a certificate that names this one too."));
    const QString name = QString::fromStdString(host);
    addText(tr("Use one of them as the address, or let the server's certificate name this one too. On the server, add to %1 (where tls-san: is there already, only the second line):").arg(QLatin1String(found->file)));
    addLines(QStringLiteral("tls-san:\n  - %1").arg(host.find(':') == std::string::npos ? name : u'"' + name + u'"'));
    addText(tr("Then restart it, and test again:"));
    addLines(QStringLiteral("sudo systemctl restart %1").arg(QLatin1String(found->unit)));
    if (*found->installer == '\0')
        return;
    addText(tr("Or run the installer again with the flag --tls-san:"));
    addLines(QLatin1String(found->installer) + name);
}

void ImportVerdict::tellError(const base::Error &error, const std::string &host)
{
    const QString gist = base::gistOf(error);
    tell(Meaning::Error, gist.isEmpty() ? tr("No connection") : tr("No connection: %1").arg(gist), base::errorText(error));
    const bool isReached = error.kind != base::ErrorKind::Network && error.kind != base::ErrorKind::Timeout;
    if (!isReached && kube::isLocalServer(host))
        addText(tr("The address leads to this machine itself. If the server is another one, type the address that it is reached at from here."));
    if (error.kind == base::ErrorKind::Untrusted)
        addText(tr("It is shown and asked about when you connect."));
}

void ImportVerdict::showUnreadable(const QString &path, const base::Error &error)
{
    tell(Meaning::Error, tr("%1 cannot be read").arg(base::oneLine(path)), base::errorText(error));
    const bool isNodes = path.startsWith(QStringLiteral("/etc/rancher/"));
    if (!isNodes && error.kind == base::ErrorKind::NotFound)
        return;
    if (isNodes)
        addText(tr("k3s and RKE2 let only root read this file. Run this on the server, and paste what it prints:"));
    else
        addText(tr("If only root may read it, run this and paste what it prints:"));
    addLines(QStringLiteral("sudo cat %1").arg(base::shellWord(path)));
    if (!isNodes)
        return;
    addText(tr("Or from here, by SSH:"));
    addLines(QStringLiteral("ssh -t USER@SERVER sudo cat %1").arg(path));
}

} // namespace catalog

#include "widgets/catalog/EntryFacts.h"

#include "models/http/Url.h"
#include "models/kube/ExecTrust.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QStringList>

namespace catalog {

using base::Meaning;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(catalog::EntryFacts)
};

/// Collects facts; empty ones are none, and a section without any has no heading.
class Facts
{
public:
    void section(const QString &title) { m_section = title; }
    void add(const QString &name, const QString &value, Meaning meaning = Meaning::Text, bool isForMachines = false)
    {
        if (value.isEmpty())
            return;
        if (!m_section.isEmpty())
            m_facts.push_back({std::exchange(m_section, {}), {}, Meaning::Secondary, false});
        m_facts.push_back({name, value, meaning, isForMachines});
    }
    void addForMachines(const QString &name, const QString &value) { add(name, value, Meaning::Text, true); }
    std::vector<Fact> take() { return std::move(m_facts); }

private:
    QString m_section;
    std::vector<Fact> m_facts;
};

QString authorityOf(const kube::ContextSelection &context)
{
    const std::string_view kind = context.authority();
    if (kind == "data")
        return Words::tr("in the kubeconfig");
    if (kind == "file")
        return shortPath(context.clusterEntry.authorityFile);
    return kind == "system" ? Words::tr("those of this system") : QString();
}

void addCluster(Facts &facts, const kube::CatalogEntry &entry, const EntryKnowledge &knowledge)
{
    const auto &cluster = entry.context.clusterEntry;
    facts.section(Words::tr("Cluster"));
    facts.add(Words::tr("Context"), base::oneLine(entry.context.context));
    facts.add(Words::tr("Cluster"), base::oneLine(entry.context.cluster));
    facts.addForMachines(Words::tr("Server"), serverOf(entry));
    facts.addForMachines(Words::tr("Version"), knowledge.version);
    facts.add(Words::tr("Distribution"), knowledge.distribution);
    if (knowledge.marks.seen != base::SystemTime())
        facts.add(Words::tr("Last seen"), base::localTime(knowledge.marks.seen));
    facts.add(Words::tr("Namespace"), base::oneLine(entry.context.namespaceName));
    if (!cluster.server.empty())
        facts.add(Words::tr("Authority"), authorityOf(entry.context));
    if (isUnverified(entry))
        facts.add(Words::tr("Verification"), Words::tr("off, by insecure-skip-tls-verify: anybody between you and the server could answer in its place"), Meaning::Error);
    facts.addForMachines(Words::tr("Server name"), base::oneLine(cluster.serverName));
    facts.addForMachines(Words::tr("Proxy"), base::oneLine(http::redactUserInfo(cluster.proxy)));
}

void addUser(Facts &facts, const kube::CatalogEntry &entry)
{
    const auto &user = entry.context.userEntry;
    facts.section(Words::tr("User"));
    facts.add(Words::tr("User"), base::oneLine(entry.context.user));
    facts.add(Words::tr("Credentials"), credentialKindOf(entry.context));
    facts.addForMachines(Words::tr("Certificate"), shortPath(user.clientCertificateFile));
    facts.addForMachines(Words::tr("Token file"), shortPath(user.tokenFile));
    facts.add(Words::tr("Acts as"), base::oneLine(user.impersonation.user));
    if (!user.exec)
        return;
    facts.addForMachines(Words::tr("Program"), commandOf(*user.exec));
    facts.addForMachines(Words::tr("Variables"), variablesOf(*user.exec));
}

void addFile(Facts &facts, const kube::CatalogEntry &entry)
{
    facts.section(Words::tr("Kubeconfig"));
    facts.add(Words::tr("File"), fileOf(entry));
    if (entry.context.clusterEntry.line > 0)
        facts.add(Words::tr("Cluster at"), Words::tr("line %1").arg(entry.context.clusterEntry.line));
    if (entry.context.userEntry.line > 0)
        facts.add(Words::tr("User at"), Words::tr("line %1").arg(entry.context.userEntry.line));
    for (const kube::KubeConfigWarning &warning : entry.warnings)
        facts.add(Words::tr("Warning"), errorOf({kube::KubeConfigErrorKind::Load, warning.message, warning.line}), Meaning::Warning);
}

} // namespace

std::vector<Fact> factsOf(const kube::CatalogEntry &entry, const EntryKnowledge &knowledge)
{
    Facts facts;
    facts.add(QString(), knowledge.state.detail, knowledge.state.meaning);
    if (knowledge.askedAt)
        facts.add(Words::tr("Checked"), base::localTime(*knowledge.askedAt));
    facts.add(Words::tr("Newer text"), knowledge.problem, Meaning::Warning);
    if (!entry.context.context.empty()) {
        addCluster(facts, entry, knowledge);
        addUser(facts, entry);
    }
    addFile(facts, entry);
    return facts.take();
}

QString commandOf(const kube::ExecSettings &plugin)
{
    QString text = QString::fromStdString(kube::visibleText(plugin.command));
    for (const std::string &argument : plugin.arguments)
        text += u'\n' + QString::fromStdString(kube::visibleText(argument));
    return text;
}

QString variablesOf(const kube::ExecSettings &plugin)
{
    QStringList names;
    for (const kube::ExecVariable &variable : plugin.environment)
        names << QString::fromStdString(kube::visibleText(variable.name));
    return names.join(QStringLiteral(", "));
}

} // namespace catalog

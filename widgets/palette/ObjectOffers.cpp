#include "widgets/palette/ObjectOffers.h"

#include "models/text/Hangul.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Shell.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/Trace.h"

#include <QLocale>

namespace palette {

namespace {

constexpr std::size_t KindsInTip = 12;

/// So that what somebody else sees is not taken for what one sees oneself.
QString viewedTail(const cluster::ConnectedCluster &cluster)
{
    return cluster.viewedAs().isEmpty() ? QString() : QStringLiteral(" ▲ ") + base::viewedName(cluster.viewedAs());
}

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// "Not searched: secrets, roles.rbac.authorization.k8s.io and 3 more"; with the cluster where there are several, and the reason.
QString listOf(const std::vector<Coverage::Kind> &kinds, bool isManyClusters)
{
    QStringList lines;
    for (const Coverage::Kind &kind : kinds) {
        if (lines.size() == KindsInTip) {
            lines << ObjectOffers::tr("and %1 more").arg(number(kinds.size() - KindsInTip));
            break;
        }
        QString line = QStringLiteral("    ") + base::oneLine(kind.kind);
        if (isManyClusters)
            line += QStringLiteral(" · ") + base::oneLine(kind.cluster->entry().context.context);
        lines << (kind.reason.empty() ? line : line + QStringLiteral(": ") + base::oneLine(kind.reason));
    }
    return lines.join(u'\n');
}

} // namespace

ObjectOffers::ObjectOffers(ObjectSearch &search, base::Shell &shell, QObject *parent) : Offers(parent), m_search(&search), m_shell(shell)
{
    connect(&search, &ObjectSearch::changed, this, &ObjectOffers::refill);
}

ObjectOffers::~ObjectOffers()
{
    if (m_search)
        m_search->stop();
}

QString ObjectOffers::invitation() const
{
    return tr("Name of an object; also kind/name or namespace/name");
}

void ObjectOffers::type(const QString &text)
{
    m_isAwaited = !text.isEmpty();
    if (m_isAwaited)
        base::Trace::instance().mark({"input", {}, {}, 0});
    const std::string typed = QString::fromStdU16String(text::withLatinKeys(text.toStdU16String())).toStdString();
    m_search->search(typed, m_shell.view() ? &m_shell.view()->cluster() : nullptr);
}

void ObjectOffers::refill()
{
    beginResetModel();
    m_rows.clear();
    m_coverage = m_search->coverage();
    for (std::size_t i = 0; i < ClosenessCount; ++i) {
        const HitGroup &group = m_search->groups()[i];
        if (!group.hits.empty())
            m_rows.push_back({nullptr, static_cast<Closeness>(i)});
        for (const Hit &hit : group.hits)
            m_rows.push_back({&hit, static_cast<Closeness>(i)});
    }
    endResetModel();
    Q_EMIT statusChanged();
}

void ObjectOffers::painted()
{
    if (!m_isAwaited || m_rows.empty())
        return;
    m_isAwaited = false;
    base::Trace::instance().mark({"search-painted", {}, {}, static_cast<std::int64_t>(m_rows.size())});
}

bool ObjectOffers::isPossible(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].hit;
}

void ObjectOffers::accept(int row)
{
    const Hit hit = *m_rows[static_cast<std::size_t>(row)].hit;
    const base::Address address{QString::fromStdString(hit.type->qualifiedName()), QString::fromStdString(hit.namespaceName), QString::fromStdString(hit.name), {}};
    if (m_accept)
        m_accept(*hit.cluster, address);
    else
        m_shell.open(*hit.cluster, address);
}

QString ObjectOffers::command(int row) const
{
    const Hit *hit = row < 0 || row >= count() ? nullptr : m_rows[static_cast<std::size_t>(row)].hit;
    if (!hit)
        return {};
    const QString space = hit->namespaceName.empty() ? QString() : QStringLiteral(" -n ") + QString::fromStdString(hit->namespaceName);
    return base::kubectlFor(*hit->cluster) + QStringLiteral(" get ")
        + QString::fromStdString(hit->type->qualifiedName()) + u' ' + base::shellWord(QString::fromStdString(hit->name)) + space;
}

QString ObjectOffers::status() const
{
    if (m_search->wish().isEmpty())
        return tr("Every object of the connected clusters, by its name");
    QStringList parts;
    const QString searched = tr("%1 objects of %2 kinds searched").arg(number(m_coverage.objects), number(m_coverage.kinds));
    parts << (m_rows.empty() && m_coverage.isFinished && m_coverage.waiting.empty() ? tr("Nothing fits") + QStringLiteral(" · ") + searched : searched);
    if (!m_coverage.waiting.empty())
        parts << tr("still loading: %1").arg(number(m_coverage.waiting.size()));
    if (!m_coverage.refused.empty())
        parts << tr("may not be listed: %1").arg(number(m_coverage.refused.size()));
    if (!m_coverage.failed.empty())
        parts << tr("failed: %1").arg(number(m_coverage.failed.size()));
    if (!m_coverage.cut.empty())
        parts << tr("only in part: %1").arg(number(m_coverage.cut.size()));
    return parts.join(QStringLiteral(" · "));
}

QString ObjectOffers::statusTip() const
{
    const bool isMany = m_coverage.clusters > 1;
    QStringList parts;
    const auto add = [&](const QString &title, const std::vector<Coverage::Kind> &kinds) {
        if (!kinds.empty())
            parts << title + u'\n' + listOf(kinds, isMany);
    };
    add(tr("Still loading"), m_coverage.waiting);
    add(tr("May not be listed"), m_coverage.refused);
    add(tr("Failed"), m_coverage.failed);
    add(tr("Only the first %1 objects").arg(number(NameFetch::MostNames)), m_coverage.cut);
    parts << tr("Events are not searched.");
    return parts.join(u'\n');
}

QVariant ObjectOffers::heading(Closeness closeness, int role) const
{
    const HitGroup &group = m_search->groups()[static_cast<std::size_t>(closeness)];
    if (role == HeadingRole)
        return true;
    if (role == TailRole)
        return group.count > group.hits.size() ? tr("%1 of %2").arg(number(group.hits.size()), number(group.count)) : QString();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (closeness) {
    case Closeness::Exact: return tr("Exactly so");
    case Closeness::Begins: return tr("Begins so");
    case Closeness::WordBegins: return tr("A word begins so");
    case Closeness::Holds: return tr("Holds it");
    case Closeness::Similar: return tr("These letters in this order");
    }
    return {};
}

QString ObjectOffers::tailOf(const Hit &hit) const
{
    const QString kind = QString::fromStdString(hit.type->kind);
    return m_coverage.clusters > 1 ? kind + QStringLiteral(" · ") + QString::fromStdString(hit.cluster->entry().context.context) + viewedTail(*hit.cluster) : kind;
}

QVariant ObjectOffers::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.hit)
        return heading(row.closeness, role);
    const Hit &hit = *row.hit;
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(hit.name);
    case NoteRole: return QString::fromStdString(hit.namespaceName);
    case TailRole: return tailOf(hit);
    case MarksRole: {
        const std::vector<int> places = m_search->wish().places(hit.name);
        return QVariant::fromValue(QList<int>(places.begin(), places.end()));
    }
    case Qt::AccessibleTextRole:
        return QStringList{QString::fromStdString(hit.name), tailOf(hit), QString::fromStdString(hit.namespaceName)}.join(QStringLiteral(", "));
    default: return {};
    }
}

} // namespace palette

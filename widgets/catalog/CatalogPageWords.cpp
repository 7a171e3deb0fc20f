// What the catalog says: how much there is, what is out of date, where it looked in vain, and what is known of the selected context.

#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/catalog/CatalogPage.h"
#include "widgets/catalog/CatalogTable.h"
#include "widgets/catalog/EntryDetail.h"

#include <QStackedWidget>

#include <algorithm>
#include <set>

namespace catalog {

using base::Meaning;
using base::StateNotice;

namespace {

QString pathOf(const std::string &path) { return base::oneLine(path); }

} // namespace

void CatalogPage::showCount()
{
    std::set<std::string> files;
    for (const kube::CatalogEntry &entry : m_clusters.entries())
        files.insert(entry.file);
    const QString contexts = m_model.total() == 1 ? tr("1 context") : tr("%1 contexts").arg(m_model.total());
    const QString found = files.size() == 1 ? tr("%1 in 1 file").arg(contexts) : tr("%1 in %2 files").arg(contexts, QString::number(files.size()));
    m_count->show(m_model.rowCount() == m_model.total() ? found : tr("%1 of %2", "shown of all").arg(QString::number(m_model.rowCount()), found));
}

void CatalogPage::showProblems()
{
    QStringList lines;
    for (const cluster::CatalogProblem &problem : m_clusters.problems()) {
        const bool isShownStill = std::ranges::any_of(m_clusters.entries(), [&](const kube::CatalogEntry &entry) { return entry.file == problem.file && !entry.context.context.empty(); });
        if (isShownStill)
            lines << tr("%1: %2", "file: what is wrong with it").arg(shortPath(problem.file), shortErrorOf(problem.error, problem.file));
    }
    m_problems->setVisible(!lines.isEmpty());
    if (!lines.isEmpty())
        m_problems->tell(Meaning::Warning, tr("Not up to date"), tr("%1\nShown is what stood there before.").arg(lines.join(u'\n')));
}

void CatalogPage::showEmpty()
{
    const bool isEmpty = m_clusters.isRead() && m_model.total() == 0 && m_clusters.sources().pasted.empty(); // what was pasted comes at once
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    const kube::CatalogSources &sources = m_clusters.sources();
    QStringList places;
    for (const std::string &path : sources.places.files())
        places << pathOf(path);
    if (const std::string folder = sources.places.folder(); !folder.empty() && sources.places.explicitFile.empty())
        places << tr("%1 (every file in it)").arg(pathOf(folder));
    for (const std::string &path : sources.added)
        places << pathOf(path);
    std::vector<StateNotice::Step> steps;
    if (const auto demo = m_findDemo ? m_findDemo() : std::function<void()>())
        steps.push_back({tr("Open the demo cluster"), demo});
    steps.push_back({tr("Open a kubeconfig…"), [this] { openFile(); }});
    steps.push_back({tr("Paste a kubeconfig…"), [this] { import(); }});
    m_empty->tell(Meaning::Unknown, tr("No kubeconfig found"), tr("Looked for contexts here:\n%1").arg(places.join(u'\n')), steps);
}

void CatalogPage::showDetail()
{
    const auto id = selected();
    const kube::CatalogEntry *entry = id ? m_clusters.find(*id) : nullptr;
    if (!entry)
        return m_detail->show(nullptr);
    const int row = m_table->currentRow();
    const cluster::ConnectedCluster *connected = m_clusters.connected(*id);
    EntryKnowledge knowledge;
    knowledge.state = m_model.stateAt(row);
    knowledge.marks = m_clusters.marks(*id);
    knowledge.version = m_model.index(row, CatalogModel::Version).data().toString();
    knowledge.distribution = m_model.index(row, CatalogModel::Distribution).data().toString();
    knowledge.isEverythingReadOnly = m_clusters.network().access() == kube::Access::ReadOnly;
    knowledge.isConnected = connected;
    knowledge.waitsForTrust = connected && connected->health().state == cluster::Health::State::Untrusted;
    if (const auto &address = m_model.addressAt(row)) {
        if (const cluster::Reach reach = m_reachability.of(*address); reach.at != base::SystemTime())
            knowledge.askedAt = reach.at;
    }
    for (const cluster::CatalogProblem &problem : m_clusters.problems()) {
        if (problem.file == entry->file && !entry->context.context.empty())
            knowledge.problem = shortErrorOf(problem.error, problem.file);
    }
    m_detail->show(entry, knowledge);
}

} // namespace catalog

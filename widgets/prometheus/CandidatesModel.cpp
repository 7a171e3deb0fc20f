#include "widgets/prometheus/CandidatesModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <algorithm>

namespace prometheus {

namespace {

const QString none = QStringLiteral("–");

QString latencyText(std::chrono::milliseconds latency)
{
    return latency.count() < 1 ? QStringLiteral("< 1 ms") : QStringLiteral("%1 ms").arg(latency.count());
}

QStringList cellsOf(const metrics::CandidateReport &report, Standing standing)
{
    const bool answers = report.answers();
    return {standingText(standing), base::oneLine(report.candidate.text()), buildText(report), answers ? latencyText(report.attempts.back().latency) : none,
            answers ? wayText(report.attempts.back().way) : none, originText(report.candidate.origin), reasonText(report)};
}

} // namespace

void CandidatesModel::show(const metrics::DiscoveryReport &report)
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < report.candidates.size(); ++i) {
        const Standing standing = standingOf(report, i);
        m_rows.push_back({standing, cellsOf(report.candidates[i], standing)});
    }
    std::ranges::stable_sort(m_rows, {}, &Row::standing);
    for (const metrics::Candidate &candidate : report.notTried)
        m_rows.push_back({Standing::NotTried, cellsOf(metrics::CandidateReport{candidate}, Standing::NotTried)});
    endResetModel();
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString &cell = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == State ? base::Theme::sign(meaningOf(row.standing)) + u' ' + cell : cell;
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(cell);
    case Qt::ToolTipRole: return base::plainToolTip(cell);
    case Qt::TextAlignmentRole: return index.column() == Latency ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case base::PlainTable::MeaningRole: return index.column() == State ? QVariant(int(meaningOf(row.standing))) : QVariant();
    default: return {};
    }
}

QVariant CandidatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section == Latency)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const QString heads[ColumnCount] = {tr("State"), tr("Server"), tr("What it is"), tr("Answers in"), tr("By"), tr("Found by"), tr("What says so")};
    return role == Qt::DisplayRole ? QVariant(heads[section]) : QVariant();
}

} // namespace prometheus

#include "widgets/overview/FactsModel.h"

#include "models/text/Duration.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace overview {

using base::Meaning;

namespace {

struct SkewLook
{
    Meaning meaning;
    const char *word;
    const char *tip;
};
/// In the order of Skew.
constexpr std::array<SkewLook, 4> skews{{
    {Meaning::Ok, QT_TRANSLATE_NOOP("overview::FactsModel", "supported"), QT_TRANSLATE_NOOP("overview::FactsModel", "A kubelet may be up to three minor versions older than the API server.")},
    {Meaning::Error, QT_TRANSLATE_NOOP("overview::FactsModel", "too old"),
     QT_TRANSLATE_NOOP("overview::FactsModel", "More than three minor versions older than the API server. Kubernetes does not support this: upgrade these nodes.")},
    {Meaning::Error, QT_TRANSLATE_NOOP("overview::FactsModel", "newer than the API server"),
     QT_TRANSLATE_NOOP("overview::FactsModel", "A kubelet must never be newer than the API server: upgrade the control plane first.")},
    {Meaning::Unknown, QT_TRANSLATE_NOOP("overview::FactsModel", "not known"), QT_TRANSLATE_NOOP("overview::FactsModel", "One of them tells no version.")},
}};

/// In the order of Expiry::What.
constexpr std::array<const char *, 4> whats{QT_TRANSLATE_NOOP("overview::FactsModel", "Your client certificate"), QT_TRANSLATE_NOOP("overview::FactsModel", "Your token"),
                                            QT_TRANSLATE_NOOP("overview::FactsModel", "Certificate authority"),
                                            QT_TRANSLATE_NOOP("overview::FactsModel", "The API server's certificate")};
/// In the order of Nearness.
constexpr std::array<Meaning, 4> nearnesses{Meaning::Ok, Meaning::Warning, Meaning::Error, Meaning::Error};

QString localDate(base::SystemTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::LongFormat);
}

} // namespace

FactsModel::Row FactsModel::rowOf(const KubeletVersion &kubelet)
{
    const SkewLook &look = skews[static_cast<std::size_t>(kubelet.skew)];
    const QString version = kubelet.version.empty() ? tr("none told") : base::oneLine(kubelet.version);
    return {tr("kubelet"), tr("%1 · nodes: %2").arg(version, QLocale().toString(static_cast<qulonglong>(kubelet.nodes))), look.meaning, tr(look.word), tr(look.tip)};
}

FactsModel::Row FactsModel::rowOf(const Expiry &expiry, base::SystemTime now)
{
    Row row{tr(whats[static_cast<std::size_t>(expiry.what)]), base::oneLine(expiry.name), nearnesses[static_cast<std::size_t>(nearnessOf(expiry, now))], {}, {}};
    if (!expiry.problem.empty()) {
        row.meaning = Meaning::Error;
        row.state = tr("cannot be read");
        row.tip = base::oneLine(expiry.problem);
    } else if (expiry.ends == base::SystemTime::max()) {
        row.state = tr("does not end");
    } else {
        const std::string span = text::humanDuration(std::chrono::floor<std::chrono::milliseconds>(expiry.ends > now ? expiry.ends - now : now - expiry.ends));
        row.state = (expiry.ends > now ? tr("ends in %1") : tr("ended %1 ago")).arg(QString::fromStdString(span));
        row.tip = localDate(expiry.ends);
    }
    return row;
}

void FactsModel::show(const std::string &serverVersion, const std::vector<KubeletVersion> &kubelets, const std::vector<Expiry> &expiries, base::SystemTime now)
{
    std::vector<Row> rows;
    if (!serverVersion.empty())
        rows.push_back({tr("API server"), base::oneLine(serverVersion), Meaning::Text, {}, {}});
    for (const KubeletVersion &kubelet : kubelets)
        rows.push_back(rowOf(kubelet));
    for (const Expiry &expiry : expiries)
        rows.push_back(rowOf(expiry, now));
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString sign = base::Theme::sign(row.meaning);
    const std::array<QString, ColumnCount> texts{row.what, row.value, row.state.isEmpty() || sign.isEmpty() ? row.state : sign + u' ' + row.state};
    switch (role) {
    case Qt::DisplayRole: return texts[static_cast<std::size_t>(index.column())];
    case Qt::AccessibleTextRole: return base::PlainTable::spoken(texts[static_cast<std::size_t>(index.column())]);
    case base::PlainTable::MeaningRole: return index.column() == State ? QVariant(int(row.meaning)) : index.column() == What ? QVariant(int(Meaning::Secondary)) : QVariant();
    case Qt::ToolTipRole: return base::plainToolTip(index.column() == State && !row.tip.isEmpty() ? row.tip : texts[static_cast<std::size_t>(index.column())]);
    default: return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr std::array<const char *, ColumnCount> titles{QT_TR_NOOP("What"), QT_TR_NOOP("Value"), QT_TR_NOOP("State")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(tr(titles[static_cast<std::size_t>(section)])) : QVariant();
}

} // namespace overview

#include "widgets/promql/OfferModel.h"

#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QCoreApplication>

namespace promql {

namespace {

QString kindWord(const Offer &offer)
{
    switch (offer.kind) {
    case Offer::Kind::Metric: return offer.note.empty() ? OfferModel::tr("metric") : base::oneLine(offer.note);
    case Offer::Kind::Function: return OfferModel::tr("function");
    case Offer::Kind::Aggregation: return OfferModel::tr("aggregation");
    case Offer::Kind::Keyword: return OfferModel::tr("keyword");
    case Offer::Kind::Label: return OfferModel::tr("label");
    case Offer::Kind::Value: return OfferModel::tr("value");
    case Offer::Kind::Duration: return OfferModel::tr("duration");
    }
    return {};
}

bool isCallable(const Offer &offer) { return offer.kind == Offer::Kind::Function || offer.kind == Offer::Kind::Aggregation; }

/// Functions are explained in the person's language, metrics in the server's words.
QString helpOf(const Offer &offer)
{
    if (!isCallable(offer))
        return base::oneLine(offer.help);
    return QCoreApplication::translate("promql", offer.help.c_str());
}

QString cellOf(const Offer &offer, int column)
{
    switch (column) {
    case OfferModel::Word: return base::oneLine(offer.text + (isCallable(offer) ? offer.note : std::string()));
    case OfferModel::Kind: return kindWord(offer);
    default: return helpOf(offer);
    }
}

} // namespace

void OfferModel::show(std::vector<Offer> offers)
{
    beginResetModel();
    m_offers = std::move(offers);
    endResetModel();
}

QVariant OfferModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Offer &offer = m_offers[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cellOf(offer, index.column());
    case Qt::EditRole: return base::oneLine(offer.text);
    case Qt::AccessibleTextRole: return QStringList{cellOf(offer, Word), cellOf(offer, Kind), cellOf(offer, Help)}.join(QStringLiteral(", "));
    case Qt::ToolTipRole: return base::plainToolTip(cellOf(offer, Word) + u'\n' + helpOf(offer));
    case base::PlainTable::MeaningRole: return index.column() == Word ? QVariant() : QVariant(int(base::Meaning::Secondary));
    default: return {};
    }
}

} // namespace promql

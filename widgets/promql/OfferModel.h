#pragma once

#include "models/promql/Offers.h"

#include <QAbstractTableModel>

namespace promql {

/// Ways to go on with a query: the word, what it is, and what it gives.
class OfferModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Word, Kind, Help, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<Offer> offers);
    const std::vector<Offer> &offers() const { return m_offers; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_offers.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Offer> m_offers;
};

} // namespace promql

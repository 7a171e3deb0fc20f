#pragma once

#include "models/detail/Events.h"

#include <QAbstractTableModel>

namespace detail {

/// The events of an object, newest first.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Type, Reason, Message, Count, Last, First, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay are kept, so that what is selected stays selected.
    void setEvents(std::vector<Event> events);
    const std::vector<Event> &events() const { return m_events; }
    /// Ages go on.
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Event &event, int column) const;

    std::vector<Event> m_events;
};

} // namespace detail

#pragma once

#include "models/base/Clock.h"
#include "models/detail/Events.h"

#include <QAbstractTableModel>

namespace detail {

/// The events of an object, newest first.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Type, Reason, Message, Count, Last, First, Source, ColumnCount };

    /// Ages are counted by the clock, which outlives it.
    explicit EventsModel(const base::Clock &clock = base::Clock::system(), QObject *parent = nullptr) : QAbstractTableModel(parent), m_clock(clock) { }

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
    QString ageOf(std::optional<std::int64_t> seconds) const;
    QString fullStory(const Event &event) const;
    QString text(const Event &event, int column) const;

    const base::Clock &m_clock;
    std::vector<Event> m_events;
};

} // namespace detail

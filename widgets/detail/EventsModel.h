#pragma once

#include "models/base/Clock.h"
#include "models/detail/Events.h"

#include <QAbstractTableModel>

#include <set>
#include <string>

namespace detail {

/// The events of an object and of what it owns: groups of one cause, each of which opens to its events.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Type, Reason, Object, Message, Count, Last, First, Source, ColumnCount };

    /// Ages are counted by the clock, which outlives it.
    explicit EventsModel(const base::Clock &clock = base::Clock::system(), QObject *parent = nullptr) : QAbstractTableModel(parent), m_clock(clock) { }

    /// Newest first. Rows that stay are kept, so that what is selected stays selected.
    void setEvents(std::vector<Event> newestFirst);
    void setOrder(EventOrder order);
    const EventOrder &order() const { return m_order; }
    std::size_t eventCount() const { return m_eventCount; }
    std::size_t groupCount() const { return m_groups.size(); }
    /// Ages go on.
    void tick();

    /// Whether the row stands for several events, and whether they are shown below it.
    bool isGroup(int row) const;
    bool isUnfolded(int row) const;
    void setUnfolded(int row, bool unfolded);
    /// The only object that the row is about.
    std::optional<Reference> objectAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A group, or one of its events.
    struct Row
    {
        std::size_t group = 0;
        std::optional<std::size_t> event;
        std::string key;
    };

    void arrange(std::vector<EventGroup> groups);
    std::vector<Row> makeRows() const;
    const EventGroup &groupOf(const Row &row) const { return m_groups[row.group]; }
    /// Of a group its newest.
    const Event &eventOf(const Row &row) const { return groupOf(row).events[row.event.value_or(0)]; }
    bool isHead(const Row &row) const { return !row.event && groupOf(row).events.size() > 1; }
    QString ageOf(std::optional<std::int64_t> seconds) const;
    QString momentOf(const Row &row, int column) const;
    QString objectText(const Row &row) const;
    QString messageOf(const Row &row) const;
    QString fullStory(const Row &row) const;
    QString text(const Row &row, int column) const;

    const base::Clock &m_clock;
    EventOrder m_order;
    std::size_t m_eventCount = 0;
    std::vector<EventGroup> m_groups;
    std::set<std::string> m_unfolded;       ///< by what their events share
    std::vector<Row> m_rows;
};

} // namespace detail

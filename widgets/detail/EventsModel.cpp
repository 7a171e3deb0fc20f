#include "widgets/detail/EventsModel.h"

#include "models/text/Duration.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/detail/PhraseText.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace detail {

namespace {

base::Meaning meaningOf(const Event &event)
{
    if (event.isAboutEarlier)
        return base::Meaning::Secondary;
    return event.isWarning() ? base::Meaning::Warning : base::Meaning::Text;
}

bool isRight(int column)
{
    return column == EventsModel::Count || column == EventsModel::Last || column == EventsModel::First;
}

} // namespace

QString EventsModel::ageOf(std::optional<std::int64_t> seconds) const
{
    if (!seconds)
        return {};
    const auto age = m_clock.now() - base::SystemTime(std::chrono::seconds(*seconds));
    return QString::fromStdString(text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(age)));
}

QString EventsModel::momentOf(const Row &row, int column) const
{
    const auto of = [column](const auto &what) { return column == Last ? what.last : what.first; };
    const std::optional<std::int64_t> seconds = isHead(row) ? of(groupOf(row)) : of(eventOf(row));
    return seconds ? base::localTime(base::SystemTime(std::chrono::seconds(*seconds))) : QString();
}

void EventsModel::setEvents(std::vector<Event> newestFirst)
{
    m_eventCount = newestFirst.size();
    arrange(groupEvents(std::move(newestFirst), m_order));
}

void EventsModel::setOrder(EventOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    std::vector<Event> events;
    for (const EventGroup &group : m_groups)
        std::ranges::copy(group.events, std::back_inserter(events));
    std::ranges::stable_sort(events, std::ranges::greater(), [](const Event &event) { return event.last.value_or(0); });
    arrange(groupEvents(std::move(events), m_order));
}

std::vector<EventsModel::Row> EventsModel::makeRows() const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const std::vector<Event> &events = m_groups[i].events;
        if (events.size() == 1) {
            rows.push_back({i, 0, events[0].uid});
            continue;
        }
        rows.push_back({i, {}, events[0].alike});
        for (std::size_t each = 0; m_unfolded.contains(events[0].alike) && each < events.size(); ++each)
            rows.push_back({i, each, events[each].uid});
    }
    return rows;
}

/// Rows are named by their event or group, so that selections follow them.
void EventsModel::arrange(std::vector<EventGroup> groups)
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<std::string> keys;
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before)
        keys.push_back(m_rows[static_cast<std::size_t>(index.row())].key);
    m_groups = std::move(groups);
    m_rows = makeRows();
    QModelIndexList after;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto found = std::ranges::find(m_rows, keys[i], &Row::key);
        after << (found == m_rows.end() ? QModelIndex() : createIndex(static_cast<int>(found - m_rows.begin()), before[static_cast<qsizetype>(i)].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

bool EventsModel::isGroup(int row) const
{
    return row >= 0 && row < rowCount() && isHead(m_rows[static_cast<std::size_t>(row)]);
}

bool EventsModel::isUnfolded(int row) const
{
    return isGroup(row) && m_unfolded.contains(m_rows[static_cast<std::size_t>(row)].key);
}

void EventsModel::setUnfolded(int row, bool unfolded)
{
    if (!isGroup(row) || isUnfolded(row) == unfolded)
        return;
    const std::string key = m_rows[static_cast<std::size_t>(row)].key;
    if (unfolded)
        m_unfolded.insert(key);
    else
        m_unfolded.erase(key);
    arrange(m_groups);
}

std::optional<Reference> EventsModel::objectAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const Row &at = m_rows[static_cast<std::size_t>(row)];
    return isHead(at) && groupOf(at).objects > 1 ? std::nullopt : std::optional(eventOf(at).about);
}

void EventsModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Last), index(rowCount() - 1, First), {Qt::DisplayRole});
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::objectText(const Row &row) const
{
    const Event &event = eventOf(row);
    const QString kind = base::oneLine(event.about.kind);
    const std::size_t count = isHead(row) ? groupOf(row).objects : 1;
    return count > 1 ? tr("%1 × %2").arg(kind, QLocale().toString(static_cast<qulonglong>(count))) : kind + u' ' + base::oneLine(event.about.name);
}

QString EventsModel::messageOf(const Row &row) const
{
    const Event &event = eventOf(row);
    return event.isAboutEarlier ? tr("(about an earlier one of this name) %1").arg(base::oneLine(event.message)) : base::oneLine(event.message);
}

QString EventsModel::text(const Row &row, int column) const
{
    const Event &event = eventOf(row);
    const bool isOfGroup = isHead(row);
    switch (column) {
    case Type: {
        const QString fold = !isOfGroup ? QString() : m_unfolded.contains(row.key) ? QStringLiteral("▾ ") : QStringLiteral("▸ ");
        return fold + withSign(event.isWarning() ? base::Meaning::Warning : base::Meaning::Secondary, base::oneLine(event.type));
    }
    case Reason: return base::oneLine(event.reason);
    case Object: return objectText(row);
    case Message: return messageOf(row);
    case Count: return QLocale().toString(static_cast<qlonglong>(isOfGroup ? groupOf(row).count : event.count));
    case Last: return ageOf(isOfGroup ? groupOf(row).last : event.last);
    case First: return ageOf(isOfGroup ? groupOf(row).first : event.first);
    case Source: return base::oneLine(event.source);
    default: return {};
    }
}

/// Also what a narrow table leaves out.
QString EventsModel::fullStory(const Row &row) const
{
    QString story = text(row, Message);
    for (const int column : {Object, Count, First, Source}) {
        if (const QString said = text(row, column); !said.isEmpty())
            story += QStringLiteral("\n%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), said);
    }
    return story;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Event &event = eventOf(row);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole:
        if (column == Type && isHead(row))
            return tr("%1, %2 events, %3").arg(base::oneLine(event.type), QLocale().toString(static_cast<qulonglong>(groupOf(row).events.size())),
                                               m_unfolded.contains(row.key) ? tr("unfolded") : tr("folded"));
        return {};
    case Qt::ToolTipRole:
        if (column == Last || column == First)
            return base::plainToolTip(momentOf(row, column));
        return base::plainToolTip(column == Message || column == Reason ? fullStory(row) : text(row, column));
    case Qt::ForegroundRole:
        if (column == Object && objectAt(index.row()))
            return base::Theme::instance().color(base::Meaning::Accent);
        return base::Theme::instance().color(column == Type || event.isAboutEarlier ? meaningOf(event) : base::Meaning::Text);
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignTop | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft)));
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type: return tr("Type");
    case Reason: return tr("Reason");
    case Object: return tr("Object");
    case Message: return tr("Message");
    case Count: return tr("Count");
    case Last: return tr("Last seen");
    case First: return tr("First seen");
    case Source: return tr("From");
    default: return {};
    }
}

} // namespace detail

#include "widgets/detail/EventsModel.h"

#include "models/text/Duration.h"
#include "widgets/base/HealthText.h"
#include "widgets/base/PlainText.h"
#include "widgets/detail/PhraseText.h"

#include <algorithm>

namespace detail {

namespace {

base::Meaning meaningOf(const Event &event)
{
    if (event.isAboutEarlier)
        return base::Meaning::Secondary;
    return event.type == "Warning" ? base::Meaning::Warning : base::Meaning::Text;
}

QString momentOf(std::optional<std::int64_t> seconds)
{
    return seconds ? base::localTime(base::SystemTime(std::chrono::seconds(*seconds))) : QString();
}

} // namespace

QString EventsModel::ageOf(std::optional<std::int64_t> seconds) const
{
    if (!seconds)
        return {};
    const auto age = m_clock.now() - base::SystemTime(std::chrono::seconds(*seconds));
    return QString::fromStdString(text::humanDuration(std::chrono::duration_cast<std::chrono::milliseconds>(age)));
}

void EventsModel::setEvents(std::vector<Event> events)
{
    if (events == m_events)
        return;
    // Rows are named by the uid of their event, so that selections follow them.
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const auto found = std::ranges::find(events, m_events[static_cast<std::size_t>(index.row())].uid, &Event::uid);
        after << (found == events.end() ? QModelIndex() : createIndex(static_cast<int>(found - events.begin()), index.column()));
    }
    m_events = std::move(events);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void EventsModel::tick()
{
    if (!m_events.empty())
        Q_EMIT dataChanged(index(0, Last), index(rowCount() - 1, First), {Qt::DisplayRole});
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::text(const Event &event, int column) const
{
    switch (column) {
    case Type: return withSign(event.type == "Warning" ? base::Meaning::Warning : base::Meaning::Secondary, base::oneLine(event.type));
    case Reason: return base::oneLine(event.reason);
    case Message: return event.isAboutEarlier ? tr("(about an earlier one of this name) %1").arg(base::oneLine(event.message)) : base::oneLine(event.message);
    case Count: return QString::number(event.count);
    case Last: return ageOf(event.last);
    case First: return ageOf(event.first);
    case Source: return base::oneLine(event.source);
    default: return {};
    }
}

/// Also what a narrow table leaves out.
QString EventsModel::fullStory(const Event &event) const
{
    QString story = text(event, Message);
    for (const int column : {Count, First, Source}) {
        if (const QString said = text(event, column); !said.isEmpty())
            story += QStringLiteral("\n%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), said);
    }
    return story;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Event &event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(event, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Last || index.column() == First)
            return base::plainToolTip(momentOf(index.column() == Last ? event.last : event.first));
        return base::plainToolTip(index.column() == Message || index.column() == Reason ? fullStory(event) : text(event, index.column()));
    case Qt::ForegroundRole: return base::Theme::instance().color(index.column() == Type || event.isAboutEarlier ? meaningOf(event) : base::Meaning::Text);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTop | (index.column() == Count || index.column() == Last || index.column() == First ? Qt::AlignRight : Qt::AlignLeft)));
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == Count || section == Last || section == First ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type: return tr("Type");
    case Reason: return tr("Reason");
    case Message: return tr("Message");
    case Count: return tr("Count");
    case Last: return tr("Last seen");
    case First: return tr("First seen");
    case Source: return tr("From");
    default: return {};
    }
}

} // namespace detail

#include "widgets/palette/CommandOffers.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace palette {

namespace {

constexpr int BesideTitle = 8;      ///< taken from what only other words fit
constexpr int UsedBefore = 6;       ///< given to what was used last

QList<int> listOf(const std::vector<int> &places)
{
    return {places.begin(), places.end()};
}

} // namespace

CommandOffers::CommandOffers(std::vector<Choice> choices, Recent recent, QObject *parent) : Offers(parent), m_recent(std::move(recent))
{
    m_entries.reserve(choices.size());
    for (Choice &choice : choices) {
        const Findable title(choice.title.toStdU16String()), english(choice.english.toStdU16String());
        m_entries.push_back({std::move(choice), title, english});
    }
}

QString CommandOffers::invitation() const
{
    return tr("Command, page, kind or context");
}

std::optional<CommandOffers::Shown> CommandOffers::fit(const Entry &entry, const Wish &wish) const
{
    const int place = m_recent.place(entry.choice.key);
    Shown shown{&entry, 0, place < 0 ? std::numeric_limits<int>::max() : place, {}, {}};
    if (wish.isEmpty())
        return shown;
    const auto byTitle = wish.fit(entry.title), byEnglish = wish.fit(entry.english);
    if (!byTitle && !byEnglish)
        return std::nullopt;
    const bool isTitle = byTitle && (!byEnglish || byTitle->score >= byEnglish->score - BesideTitle);
    shown.score = (isTitle ? byTitle->score : byEnglish->score - BesideTitle) + (place < 0 ? 0 : UsedBefore);
    (isTitle ? shown.marks : shown.englishMarks) = listOf(isTitle ? byTitle->places : byEnglish->places);
    return shown;
}

void CommandOffers::type(const QString &text)
{
    const Wish wish(text.toStdU16String());
    beginResetModel();
    m_shown.clear();
    for (const Entry &entry : m_entries) {
        if (auto shown = fit(entry, wish))
            m_shown.push_back(std::move(*shown));
    }
    const auto order = [&](const Shown &shown) {
        const bool isRefused = !shown.entry->choice.refusal.isEmpty();
        return wish.isEmpty() ? std::tuple(isRefused, shown.recent, 0) : std::tuple(false, -shown.score, int(isRefused));
    };
    std::ranges::stable_sort(m_shown, {}, order);
    endResetModel();
}

bool CommandOffers::isPossible(int row) const
{
    return m_shown[static_cast<std::size_t>(row)].entry->choice.refusal.isEmpty();
}

void CommandOffers::accept(int row)
{
    const Choice &choice = m_shown[static_cast<std::size_t>(row)].entry->choice;
    m_recent.use(choice.key);
    choice.run();
}

QString CommandOffers::spoken(const Choice &choice) const
{
    QStringList parts{choice.title};
    for (const QString &part : {choice.tail, choice.refusal}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

QVariant CommandOffers::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Shown &shown = m_shown[static_cast<std::size_t>(index.row())];
    const Choice &choice = shown.entry->choice;
    switch (role) {
    case Qt::DisplayRole: return choice.title;
    case Qt::AccessibleTextRole: return spoken(choice);
    case MarksRole: return QVariant::fromValue(shown.marks);
    case NoteRole: return !choice.refusal.isEmpty() ? choice.refusal : shown.englishMarks.isEmpty() ? QString() : choice.english;
    case NoteMarksRole: return QVariant::fromValue(choice.refusal.isEmpty() ? shown.englishMarks : QList<int>());
    case TailRole: return choice.tail;
    case RefusedRole: return !choice.refusal.isEmpty();
    default: return {};
    }
}

} // namespace palette

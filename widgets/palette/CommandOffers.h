#pragma once

#include "models/palette/Fuzzy.h"
#include "widgets/palette/Offers.h"
#include "widgets/palette/Recent.h"

#include <QList>

#include <functional>
#include <vector>

namespace palette {

/// Something that can be chosen by its name.
struct Choice
{
    QString key;                        ///< under which it is remembered
    QString title;
    QString english;                    ///< other words it is found by
    QString tail;
    QString refusal;                    ///< why it cannot be done now
    std::function<void()> run;
};

/// Commands, pages, kinds and clusters by name: what was used last comes first, then what fits best.
class CommandOffers final : public Offers
{
    Q_OBJECT

public:
    CommandOffers(std::vector<Choice> choices, Recent recent, QObject *parent = nullptr);

    QString invitation() const override;
    void type(const QString &text) override;
    bool isPossible(int row) const override;
    void accept(int row) override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    int count() const override { return static_cast<int>(m_shown.size()); }

private:
    struct Entry
    {
        Choice choice;
        Findable title;
        Findable english;
    };
    struct Shown
    {
        const Entry *entry;
        int score;
        int recent;                     ///< place among those used last; large for the others
        QList<int> marks;
        QList<int> englishMarks;
    };
    std::optional<Shown> fit(const Entry &entry, const Wish &wish) const;
    QString spoken(const Choice &choice) const;

    std::vector<Entry> m_entries;
    std::vector<Shown> m_shown;
    Recent m_recent;
};

} // namespace palette

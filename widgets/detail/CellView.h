#pragma once

#include "models/base/Clock.h"
#include "models/detail/Summary.h"
#include "widgets/base/Address.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace base {
class OnBaseline;
class TextLabel;
}

namespace detail {

/// What a summary must know of its cluster.
struct Surroundings
{
    /// Where a reference leads; nothing when the cluster has no such kind.
    std::function<std::optional<base::Address>(const Reference &reference)> find;
    const base::Clock *clock = &base::Clock::system();      ///< what ages are counted by
    std::function<QString()> kubectl = {};                  ///< what commands for the cluster begin with; none: kubectl's current one
    int labelWidth = 168;                                   ///< of the column of labels
};

/// Their first lines stand on one line, whatever their scripts and fonts.
void putOnOneLine(const std::vector<base::OnBaseline *> &texts);

/// What is said in one place of a summary: lines of text, links and values.
class CellView final : public QWidget
{
    Q_OBJECT

public:
    /// The name says what the lines are about, for those who do not see where they stand.
    CellView(Surroundings surroundings, const QString &name, QWidget *parent = nullptr);

    /// In a table: what the row is about, for values that are shown or copied by themselves.
    void setSubject(const QString &subject);
    /// Only what differs from before is made anew.
    void setLines(const std::vector<Line> &lines);
    /// Ages go on.
    void tick();
    /// The label beside it and the texts of the first line stand on one line, whatever their scripts and fonts.
    void alignWith(base::TextLabel &label);
    /// The same for the cells of one row of a table.
    static void align(const std::vector<CellView *> &cells);

    static constexpr std::size_t MostLines = 12;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);
    /// Somebody pressed what acts.
    void acted(const QString &act);

private:
    void rebuild();
    std::vector<base::OnBaseline *> firstTexts() const;
    QWidget *viewOf(const Line &line);
    QWidget *viewOf(const Part &part);
    QWidget *actView(const Part &part);
    QWidget *textView(const Part &part, const std::string &text);
    void addMoreButton();
    const QString &about() const { return m_subject.isEmpty() ? m_name : m_subject; }

    Surroundings m_surroundings;
    QString m_name;
    QString m_subject;
    std::vector<Line> m_lines;
    bool m_unfolded = false;
    std::vector<QWidget *> m_views;
    struct Aging { base::TextLabel *label; Part part; };
    std::vector<Aging> m_aging;
};

} // namespace detail

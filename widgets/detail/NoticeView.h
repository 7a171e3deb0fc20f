#pragma once

#include "widgets/detail/CellView.h"

#include <QWidget>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace detail {

/// What a person must know first, in a box with the colour of how bad it is: what is wrong, whose words say so, what was seen, what to do.
class NoticeView final : public QWidget
{
    Q_OBJECT

public:
    NoticeView(Notice notice, Surroundings surroundings, QWidget *parent = nullptr);

    const Notice &notice() const { return m_notice; }
    void tick();
    /// All of it as text, to be given to somebody else.
    QString text() const;

    static constexpr int LabelWidth = 84;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    void addTitle(QVBoxLayout *layout);
    void addWords(QVBoxLayout *layout);
    void addLines(QVBoxLayout *layout, const QString &label, const std::vector<Line> &lines);
    void copy();
    std::string sentences() const;

    Notice m_notice;
    Surroundings m_surroundings;
    base::TextLabel *m_sentences = nullptr;
    std::vector<CellView *> m_cells;
};

} // namespace detail

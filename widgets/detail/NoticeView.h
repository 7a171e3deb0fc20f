#pragma once

#include "widgets/detail/CellView.h"

#include <QWidget>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace detail {

class LinkButton;

/// What a person must know first, in a box with the colour of how bad it is: what is wrong, whose words say so, what was seen, what to do.
class NoticeView final : public QWidget
{
    Q_OBJECT

public:
    NoticeView(Notice notice, Surroundings surroundings, QWidget *parent = nullptr);

    const Notice &notice() const { return m_notice; }
    /// The same finding as it is now: of the same title and tone. What did not change stays as it is, with what is selected in it.
    void setNotice(const Notice &notice);
    void tick();
    /// All of it as text, to be given to somebody else.
    QString text() const;

    static constexpr int LabelWidth = 84;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    /// A word at the left, and what belongs to it.
    struct Row
    {
        QWidget *whole;
        base::TextLabel *label;
        CellView *cell;
    };

    void addTitle(QVBoxLayout *layout);
    Row addRow(QVBoxLayout *layout, const QString &label);
    void fill();
    void fillWords();
    void offerWhyNot();
    static void fill(const Row &row, const std::vector<Line> &lines);
    void copy();
    std::string sentences() const;
    /// Of the ages in them.
    QString moments() const;

    Notice m_notice;
    Surroundings m_surroundings;
    base::TextLabel *m_sentences;
    QVBoxLayout *m_wordsPlace;
    QWidget *m_words = nullptr;
    LinkButton *m_whyNot = nullptr;     ///< of a refusal
    std::string m_shownWords;
    Row m_seen;
    Row m_next;
};

} // namespace detail

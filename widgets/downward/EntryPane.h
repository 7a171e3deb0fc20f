#pragma once

#include "models/downward/Comparison.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;

namespace base {
class PlainLabel;
class TextLabel;
}

namespace downward {

/// One entry, told whole: its value with its line breaks, how that came about step by step, when it changes, what to write for another one.
class EntryPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EntryPane(QWidget *parent = nullptr);

    /// Null: none is chosen.
    void show(const Entry *entry, const std::vector<Compared> &compared);
    using QScrollArea::show;
    /// All that is said, for tests and screen readers.
    QString text() const;

private:
    struct Row
    {
        base::PlainLabel *title;
        base::TextLabel *said;
    };

    Row addRow(QGridLayout *grid, const QString &title, bool isMachine);
    static void set(const Row &row, const QString &text);

    base::PlainLabel *m_head;
    Row m_value, m_steps, m_lifetime, m_places, m_remedy, m_compared;
};

} // namespace downward

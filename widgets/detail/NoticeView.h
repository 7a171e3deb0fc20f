#pragma once

#include "models/base/Clock.h"
#include "models/detail/Summary.h"

#include <QWidget>

namespace base {
class TextLabel;
}

namespace detail {

/// What a person must know first, in a box with the colour of how bad it is.
class NoticeView final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives it.
    NoticeView(Notice notice, const base::Clock &clock, QWidget *parent = nullptr);

    const Notice &notice() const { return m_notice; }
    void tick();

private:
    std::string sentences() const;

    Notice m_notice;
    const base::Clock &m_clock;
    base::TextLabel *m_sentences = nullptr;
};

} // namespace detail

#pragma once

#include "models/detail/Summary.h"

#include <QWidget>

namespace detail {

class TextLabel;

/// What a person must know first, in a box with the colour of how bad it is.
class NoticeView final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeView(Notice notice, QWidget *parent = nullptr);

    const Notice &notice() const { return m_notice; }
    void tick();

private:
    std::string sentences() const;

    Notice m_notice;
    TextLabel *m_sentences = nullptr;
};

} // namespace detail

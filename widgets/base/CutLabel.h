#pragma once

#include "widgets/base/PlainText.h"

namespace base {

/// A line of plain text that a narrow window cuts, which an ellipsis tells; its tool tip is to have all of it.
class CutLabel final : public PlainLabel
{
public:
    using PlainLabel::PlainLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace base

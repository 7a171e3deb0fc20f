#pragma once

#include <QScrollArea>

namespace rbac {

/// Scrolls a text, and shows whole lines of it only.
class LinesArea final : public QScrollArea
{
    Q_OBJECT

public:
    /// The font of the content decides how high a line is.
    explicit LinesArea(QWidget *content, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void fit();
};

} // namespace rbac

#pragma once

#include <QScrollArea>

namespace rbac {

/// Scrolls a text, or several below each other, and shows whole lines of it only.
class LinesArea final : public QScrollArea
{
    Q_OBJECT

public:
    /// It is called what the content is described as.
    explicit LinesArea(QWidget *content, QWidget *parent = nullptr);
    int lineHeight() const;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
};

} // namespace rbac

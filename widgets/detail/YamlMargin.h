#pragma once

#include <QWidget>

namespace detail {

class YamlView;

/// Line numbers, and a mark where something can be folded. What it offers to the mouse the view offers to the keys.
class YamlMargin final : public QWidget
{
    Q_OBJECT

public:
    explicit YamlMargin(YamlView *view);

    int wishedWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    YamlView &m_view;
};

} // namespace detail

#pragma once

#include <QAbstractButton>

namespace rbac {

/// A line of a text that opens what it is about; breaks where it must, and can be reached by keyboard.
class LineButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// tip: what pressing it does.
    LineButton(const QString &text, const QString &tip, QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace rbac

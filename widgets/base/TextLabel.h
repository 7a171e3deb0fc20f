#pragma once

#include "widgets/base/OnBaseline.h"
#include "widgets/base/Theme.h"

#include <QTextLayout>
#include <QWidget>

namespace base {

/// Plain text that breaks wherever it must, so that the longest name fits; can be selected with the mouse and copied.
class TextLabel final : public QWidget, public OnBaseline
{
    Q_OBJECT

public:
    TextLabel(Meaning meaning, const QFont &font, QWidget *parent = nullptr);

    /// Shown as manyLines() gives it.
    void show(const std::string &text);
    using QWidget::show;
    QString text() const;
    void setMeaning(Meaning meaning);
    /// What is copied is marked as a secret, and leaves the clipboard again.
    void setSecret(bool isSecret) { m_isSecret = isSecret; }
    /// Scripts differ in it.
    int baseline() const override;
    void setBaseline(int y) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Gives the size that the text takes.
    static QSize layOut(QTextLayout &layout, int width);
    QSize sizeAt(int width) const;
    int placeAt(QPoint point) const;
    void copy(bool everything);

    Meaning m_meaning;
    QTextLayout m_layout;
    int m_top = 0;              ///< above the first line
    QSize m_wish;               ///< without a break that the text does not have
    int m_anchor = 0;
    int m_cursor = 0;
    bool m_isSecret = false;
};

} // namespace base

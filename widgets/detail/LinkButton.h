#pragma once

#include "widgets/base/OnBaseline.h"

#include <QAbstractButton>

namespace detail {

/// Something to be opened: the name of another object, or more of a text. Shortened in the middle where it is too long; can be reached by keyboard.
class LinkButton final : public QAbstractButton, public base::OnBaseline
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    /// On screen and to screen readers.
    void setWords(const QString &text);

    int baseline() const override;
    void setBaseline(int y) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int m_top = 0;              ///< above the words
};

} // namespace detail

#pragma once

#include <QFrame>
#include <QPointer>

#include <memory>

class QListView;
class QPushButton;

namespace base {
class PlainLabel;
class SearchLine;
}

namespace palette {

class Offers;

/// A line to type in, and below it what fits: opened over the window, closed by Escape, by a click elsewhere, or by choosing.
class PaletteBox final : public QFrame
{
    Q_OBJECT

public:
    /// Over that widget.
    PaletteBox(std::unique_ptr<Offers> offers, QWidget *over);
    ~PaletteBox() override;

    Offers &offers() const { return *m_offers; }

    /// Shown and focused. It is deleted when it is closed, and the focus goes back to where it was.
    void open();
    void dismiss();

Q_SIGNALS:
    void noticed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    /// Unless the focus went to another part of the box.
    void dismissIfLeft();
    void moveBy(int rows);
    void selectFirst();
    void rowsChanged();
    bool chooseAgain();
    void accept();
    void showStatus();
    void tellCurrent();
    void restyle();

    std::unique_ptr<Offers> m_offers;
    QPointer<QWidget> m_before;         ///< had the focus
    base::SearchLine *m_line;
    QListView *m_list;
    base::PlainLabel *m_status;
    QPushButton *m_copy;
    bool m_isChosen = false;            ///< the person moved to the current row; else it is the best one
    QString m_chosen;                   ///< that row, as it is spoken
};

} // namespace palette

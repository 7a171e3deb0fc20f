#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QListWidget;

namespace base {
class SearchLine;
}

namespace shell {

/// One thing to choose in a ChoicePopup.
struct Choice
{
    QString text;
    QString detail;         ///< a second, quieter part; found by typing as well
    QString key;            ///< what is handed back
    bool isChosen = false;
};

/// A list that opens below a button, is narrowed by typing, and is closed by Escape: one choice, or several with check marks. What is typed
/// counts while an input method is still composing it, and by its keys: Korean letters find what the Latin ones on them would.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    enum class Mode { One, Several };

    ChoicePopup(Mode mode, const QString &name, QWidget *parent);

    /// May come while it is open: what is current stays, where it is among them.
    void setChoices(const std::vector<Choice> &choices);
    void openBelow(const QWidget &widget);

Q_SIGNALS:
    /// In mode One with exactly one key; in mode Several after each change.
    void chosen(const QStringList &keys);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectChecks();
    /// As high as its choices need, within reason.
    void fit(int width);
    void narrow();
    void accept();
    void tellCurrent();
    QStringList checkedKeys() const;
    void moveCurrent(int by);

    Mode m_mode;
    base::SearchLine *m_filter;
    QListWidget *m_list;
    Qt::CheckState m_pressed = Qt::Unchecked;   ///< of the item under the mouse, when it was pressed
};

} // namespace shell

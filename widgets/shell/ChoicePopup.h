#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace base {
class PlainLabel;
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
    bool isAdded = false;   ///< by hand; it can be removed again
};

/// A list that opens below a button, is narrowed by typing, and is closed by Escape: one choice, or several with check marks. What is typed
/// counts while an input method is still composing it, and by its keys: Korean letters find what the Latin ones on them would.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    enum class Mode { One, Several };
    /// What a name that was typed would become.
    struct Addition
    {
        QString text;               ///< "Add team-x", or why not; empty: it is not spoken of
        bool isPossible = false;
    };
    using Additions = std::function<Addition(const QString &name)>;

    ChoicePopup(Mode mode, const QString &name, QWidget *parent);

    /// May come while it is open: what is current stays, where it is among them.
    void setChoices(const std::vector<Choice> &choices);
    void openBelow(const QWidget &widget);
    /// A name that is typed can become a choice; the note says so below them. Null: only what is there can be chosen.
    void allowAdding(Additions additions, const QString &note);

Q_SIGNALS:
    /// In mode One with exactly one key; in mode Several after each change.
    void chosen(const QStringList &keys);
    void added(const QString &name);
    void removed(const QString &key);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeLayout();
    void connectChecks();
    /// As high as its choices need, within reason.
    void fit(int width);
    void narrow();
    /// The last of the choices, below all that fit.
    void offerAddition(const QString &name);
    void accept();
    void removeCurrent();
    void tellCurrent();
    QStringList checkedKeys() const;
    void moveCurrent(int by);

    Mode m_mode;
    base::SearchLine *m_filter;
    QListWidget *m_list;
    base::PlainLabel *m_note;
    QPushButton *m_remove;
    QListWidgetItem *m_addition = nullptr;      ///< of the list
    Additions m_additions;
    Qt::CheckState m_pressed = Qt::Unchecked;   ///< of the item under the mouse, when it was pressed
};

} // namespace shell

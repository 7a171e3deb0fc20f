#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace shell {

/// One thing to choose in a ChoicePopup.
struct Choice
{
    QString text;
    QString detail;         ///< a second, quieter part; found by typing as well
    QString key;            ///< what is handed back
    bool isChosen = false;
};

/// A list that opens below a button, is narrowed by typing, and is closed by Escape: one choice, or several with check marks.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    enum class Mode { One, Several };

    ChoicePopup(Mode mode, const QString &name, QWidget *parent);

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
    void narrow(const QString &text);
    void accept();
    void tellCurrent();
    QStringList checkedKeys() const;
    void moveCurrent(int by);

    Mode m_mode;
    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace shell

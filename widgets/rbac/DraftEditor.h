#pragma once

#include <QPlainTextEdit>

#include <set>
#include <vector>

namespace rbac {

/// YAML to type: line numbers, two spaces for what is deeper, lines that differ or are wrong stand out. Tab goes on to the next widget; what
/// is too large to be typed in peace is not taken.
class DraftEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr qsizetype LongestLine = 4000;

    explicit DraftEditor(QWidget *parent = nullptr);

    /// From 0, of the text as it is.
    void setMarks(std::set<int> changed, std::set<int> wrong);
    /// 1-based; the cursor stands there.
    void goTo(int line, int column);
    /// Which text is shown is not for the person to undo.
    void begin(const QString &text);
    /// Replaces the text in one step, which can be undone.
    void rewrite(const QString &text);

Q_SIGNALS:
    /// Why something was not taken, for the status bar.
    void refused(const QString &why);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;

    void paintNumbers(QPaintEvent *event);
    int numbersWidth() const;
    void placeMargin();
    void showMarks();
    void restyle();

    std::set<int> m_changed;
    std::set<int> m_wrong;
    QWidget *m_margin;
};

} // namespace rbac

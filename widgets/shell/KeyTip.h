#pragma once

#include <QObject>

class QWidget;

namespace shell {

/// A tool tip that names the keys that do the same, "Close this page (Ctrl+W)": those that do it when the tip is shown.
class KeyTip final : public QObject
{
    Q_OBJECT

public:
    /// The command by its name; the widget is in a MainWindow when its tip is shown.
    KeyTip(QWidget *widget, QString command, const QString &text = {});
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_widget;
    QString m_command;
    QString m_text;
};

} // namespace shell

#pragma once

#include "widgets/base/Theme.h"
#include "widgets/metrics/MetricsWords.h"

#include <QWidget>

class QFormLayout;
class QPlainTextEdit;
class QSplitter;

namespace base {
class PlainLabel;
class TextLabel;
}

namespace metrics {

class ServerSource;

/// Where one chart comes from: who was asked, how, what exactly, what came, and when nothing is shown, why and what to do.
class DoctorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DoctorPanel(QWidget *parent = nullptr);

    void tell(const ChartSpec &spec, const ChartState &state, const ServerSource &source);
    /// Of what was sampled without any server to ask: by whom, and why there is none.
    void tellSampled(const QString &source, const Explanation &why);
    /// Takes the lower part of it, once it has something to tell.
    void openIn(QSplitter &splitter);
    /// What is told, as it is copied.
    QString text() const;

Q_SIGNALS:
    void closed();
    void noticed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row
    {
        base::PlainLabel *head;
        base::TextLabel *value;
    };

    Row addRow(QFormLayout &rows, const QString &head);
    struct Text
    {
        base::PlainLabel *head;
        QPlainTextEdit *value;
    };

    Text addText(QFormLayout &rows, const QString &head, int lines);
    static void fill(const Row &row, const QString &value);
    static void fill(const Text &text, const QString &value);
    void fill(const Explanation &why, base::Meaning meaning);

    base::PlainLabel *m_title;
    Row m_source, m_asked, m_cause, m_fix;
    Text m_commands, m_query, m_raw;
    QWidget *m_rest;            ///< takes the room where nothing else can
};

} // namespace metrics

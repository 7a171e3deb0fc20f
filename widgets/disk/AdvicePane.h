#pragma once

#include "widgets/base/Address.h"
#include "widgets/disk/DiskWords.h"

#include <QScrollArea>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace disk {

/// About what is selected: what it is, who uses it, and what can be typed, each command with a button that copies it.
class AdvicePane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit AdvicePane(QWidget *parent = nullptr);

    void show(const Filler &filler, const Report &report);
    void show(const ImageRow &image, const Report &report);
    /// Nothing is selected.
    void clear();
    using QScrollArea::show;

    /// The first command; empty: there is none.
    QString command() const { return m_commands.value(0); }
    const QStringList &commands() const { return m_commands; }
    QString text() const;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    void begin(const QString &title, const QString &text);
    void addText(const QString &text, base::Meaning meaning);
    void addSteps(const Filler &filler, const Report &report);
    void addStep(const QString &words, const QString &command);
    void addPods(const std::vector<std::string> &pods);
    void addPod(const std::string &pod);

    QVBoxLayout *m_layout = nullptr;
    base::TextLabel *m_title = nullptr;
    base::TextLabel *m_sentence = nullptr;
    QStringList m_commands;
};

} // namespace disk

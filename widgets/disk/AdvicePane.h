#pragma once

#include "widgets/base/Address.h"
#include "widgets/disk/DiskWords.h"

#include <QScrollArea>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace disk {

/// What is said about a row.
struct Advice
{
    struct Command
    {
        QString words, command;
        bool operator==(const Command &) const = default;
    };
    /// What has widgets of its own.
    struct Body
    {
        QString key;            ///< of the row; the same in the next report
        QString names, note;
        std::vector<std::string> pods;
        std::vector<Command> commands;
        bool operator==(const Body &) const = default;
    };
    QString title, sentence;    ///< without a title nothing is selected
    Body body;
    bool operator==(const Advice &) const = default;
};

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
    QString command() const { return commands().value(0); }
    QStringList commands() const;
    QString text() const;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);

private:
    /// Somebody may be using what is shown: what stays the same is left alone.
    void show(Advice advice);
    void build();
    void begin();
    void addText(const QString &text, base::Meaning meaning);
    void addStep(const Advice::Command &step);
    void addPods(const std::vector<std::string> &pods);
    void addPod(const std::string &pod);

    QVBoxLayout *m_layout = nullptr;
    base::TextLabel *m_title = nullptr;
    base::TextLabel *m_sentence = nullptr;
    Advice m_advice;
};

} // namespace disk

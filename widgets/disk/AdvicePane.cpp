#include "widgets/disk/AdvicePane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace disk {

using base::Meaning;
using base::TextLabel;
using base::Theme;

namespace {

constexpr std::size_t MostPods = 12;

std::vector<std::string> podsOf(const ImageRow &image)
{
    if (!image.users)
        return {};
    return image.users->running.empty() ? image.users->held : image.users->running;
}

std::vector<Advice::Command> commandsFor(const Filler &filler, const Report &report)
{
    std::vector<Advice::Command> commands;
    for (const Step &step : stepsFor(filler, report))
        commands.push_back({wordsFor(step), base::oneLine(std::string_view(step.command))});
    return commands;
}

} // namespace

AdvicePane::AdvicePane(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What can be done about it"));
    clear();
}

void AdvicePane::clear()
{
    show(Advice{{}, tr("Select a row to see what it is and how it is freed."), {}});
}

QString AdvicePane::text() const { return m_title->text() + u'\n' + m_sentence->text(); }

QStringList AdvicePane::commands() const
{
    QStringList all;
    for (const Advice::Command &each : m_advice.body.commands)
        all << each.command;
    return all;
}

void AdvicePane::show(Advice advice)
{
    if (m_title && advice == m_advice)
        return;
    const Advice before = std::exchange(m_advice, std::move(advice));
    if (m_title && before.body == m_advice.body && before.title.isEmpty() == m_advice.title.isEmpty()) {
        m_title->show(m_advice.title.toStdString());
        m_sentence->show(m_advice.sentence.toStdString());
        return;
    }
    if (before.body.key != m_advice.body.key)
        return build();
    const int scrolled = verticalScrollBar()->value();
    const QWidget *focus = window()->focusWidget();
    const QString name = focus && widget() && widget()->isAncestorOf(focus) ? focus->accessibleName() : QString();
    build();
    QEvent request(QEvent::LayoutRequest);
    QScrollArea::event(&request);
    verticalScrollBar()->setValue(scrolled);
    for (QPushButton *button : widget()->findChildren<QPushButton *>())
        if (!name.isEmpty() && button->accessibleName() == name)
            return button->setFocus(Qt::OtherFocusReason);
}

/// All of it is made anew; a scroll area lets go of the one it had.
void AdvicePane::build()
{
    begin();
    const Advice::Body &body = m_advice.body;
    if (!body.names.isEmpty())
        addText(body.names, Meaning::Secondary);
    addPods(body.pods);
    if (!body.note.isEmpty())
        addText(body.note, Meaning::Text);
    for (const Advice::Command &step : body.commands)
        addStep(step);
    m_layout->addStretch(1);
    setWidget(m_layout->parentWidget());
    verticalScrollBar()->setValue(0);
}

void AdvicePane::begin()
{
    const bool isEmpty = m_advice.title.isEmpty();
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    m_layout->setSpacing(2 * Theme::Step);
    m_title = new TextLabel(Meaning::Text, base::strongFont(), content);
    m_title->show(m_advice.title.toStdString());
    m_title->setVisible(!isEmpty);
    m_sentence = new TextLabel(isEmpty ? Meaning::Secondary : Meaning::Text, Theme::instance().bodyFont(), content);
    m_sentence->show(m_advice.sentence.toStdString());
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_sentence);
}

void AdvicePane::addText(const QString &text, Meaning meaning)
{
    auto *label = new TextLabel(meaning, Theme::instance().bodyFont(), m_layout->parentWidget());
    label->show(text.toStdString());
    m_layout->addWidget(label);
}

void AdvicePane::show(const Filler &filler, const Report &report)
{
    const DiskRow row = rowOf(filler);
    Advice advice{sizeWords(filler.bytes) + QStringLiteral(" · ") + row.cells[0] + (row.cells[1].isEmpty() ? QString() : QStringLiteral(" · ") + row.cells[1]), sentenceFor(filler, report), {}};
    advice.body.key = row.key;
    advice.body.commands = commandsFor(filler, report);
    if (filler.image && *filler.image < report.images.size())
        advice.body.pods = podsOf(report.images[*filler.image]);
    else if (!filler.pod.empty())
        advice.body.pods = {filler.namespaceName + '/' + filler.pod};
    if (filler.what == Filler::What::ImagesNotListed && !report.usedNotListed.empty())
        advice.body.note = tr("Running pods use some of them:") + u' ' + unlistedRow(report).cells[0];
    show(std::move(advice));
}

void AdvicePane::show(const ImageRow &image, const Report &report)
{
    const auto place = static_cast<std::size_t>(&image - report.images.data());
    const auto filler = std::ranges::find(report.fillers, std::optional(place), &Filler::image);
    if (filler == report.fillers.end())
        return clear();
    Advice advice{sizeWords(image.image.bytes) + QStringLiteral(" · ") + wordsFor(image.what), sentenceFor(*filler, report), {}};
    advice.body.key = rowOf(image).key;
    QStringList names;
    for (const std::string &name : image.image.names)
        names << base::oneLine(std::string_view(name));
    advice.body.names = names.join(u'\n');
    advice.body.pods = podsOf(image);
    advice.body.commands = commandsFor(*filler, report);
    show(std::move(advice));
}

void AdvicePane::addPods(const std::vector<std::string> &pods)
{
    for (std::size_t i = 0; i < std::min(pods.size(), MostPods); ++i)
        addPod(pods[i]);
    if (pods.size() > MostPods)
        addText(tr("and %1 more pods").arg(pods.size() - MostPods), Meaning::Secondary);
}

void AdvicePane::addPod(const std::string &pod)
{
    const QString name = base::oneLine(std::string_view(pod));
    auto *button = new QPushButton(base::buttonText(name), m_layout->parentWidget());
    button->setAccessibleName(tr("Open pod %1").arg(name));
    button->setAutoDefault(false);
    base::setPlainToolTip(button, name);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const QString path = QString::fromStdString(pod);
    connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested({QStringLiteral("pods"), path.section(u'/', 0, 0), path.section(u'/', 1), {}}); });
    m_layout->addWidget(button);
}

void AdvicePane::addStep(const Advice::Command &step)
{
    addText(step.words, Meaning::Secondary);
    const QString command = step.command;
    auto *line = new QWidget(m_layout->parentWidget());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    auto *text = new TextLabel(Meaning::Text, Theme::instance().machineFont(), line);
    text->show(command.toStdString());
    auto *copy = new QPushButton(tr("Copy"), line);
    copy->setAccessibleName(tr("Copy the command: %1").arg(command));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this, command] {
        QGuiApplication::clipboard()->setText(command);
        Q_EMIT noticed(tr("Copied the command"));
    });
    row->addWidget(text, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    m_layout->addWidget(line);
}

} // namespace disk

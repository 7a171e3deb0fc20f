#include "widgets/disk/AdvicePane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace disk {

using base::Meaning;
using base::TextLabel;
using base::Theme;

namespace {

constexpr std::size_t MostPods = 12;

QFont bold()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(QFont::DemiBold);
    return font;
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
    begin({}, tr("Select a row to see what it is and how it is freed."));
    m_layout->addStretch(1);
}

QString AdvicePane::text() const { return m_title->text() + u'\n' + m_sentence->text(); }

/// All of it is made anew; a scroll area lets go of the one it had.
void AdvicePane::begin(const QString &title, const QString &text)
{
    m_commands.clear();
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    m_layout->setSpacing(2 * Theme::Step);
    m_title = new TextLabel(Meaning::Text, bold(), content);
    m_title->show(title.toStdString());
    m_title->setVisible(!title.isEmpty());
    m_sentence = new TextLabel(title.isEmpty() ? Meaning::Secondary : Meaning::Text, Theme::instance().bodyFont(), content);
    m_sentence->show(text.toStdString());
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_sentence);
    setWidget(content);
}

void AdvicePane::addText(const QString &text, Meaning meaning)
{
    auto *label = new TextLabel(meaning, Theme::instance().bodyFont(), widget());
    label->show(text.toStdString());
    m_layout->addWidget(label);
}

void AdvicePane::show(const Filler &filler, const Report &report)
{
    const DiskRow row = rowOf(filler);
    begin(sizeWords(filler.bytes) + QStringLiteral(" · ") + row.cells[0] + (row.cells[1].isEmpty() ? QString() : QStringLiteral(" · ") + row.cells[1]), sentenceFor(filler, report));
    if (filler.image && *filler.image < report.images.size()) {
        if (const auto &users = report.images[*filler.image].users)
            addPods(users->running.empty() ? users->held : users->running);
    } else if (!filler.pod.empty()) {
        addPod(filler.namespaceName + '/' + filler.pod);
    }
    if (filler.what == Filler::What::ImagesNotListed && !report.usedNotListed.empty())
        addText(tr("Running pods use some of them:") + u' ' + unlistedRow(report).cells[0], Meaning::Text);
    addSteps(filler, report);
    m_layout->addStretch(1);
}

void AdvicePane::show(const ImageRow &image, const Report &report)
{
    const auto place = static_cast<std::size_t>(&image - report.images.data());
    const auto filler = std::ranges::find(report.fillers, std::optional(place), &Filler::image);
    if (filler == report.fillers.end())
        return clear();
    begin(sizeWords(image.image.bytes) + QStringLiteral(" · ") + wordsFor(image.what), sentenceFor(*filler, report));
    QStringList names;
    for (const std::string &name : image.image.names)
        names << base::oneLine(std::string_view(name));
    addText(names.join(u'\n'), Meaning::Secondary);
    if (image.users)
        addPods(image.users->running.empty() ? image.users->held : image.users->running);
    addSteps(*filler, report);
    m_layout->addStretch(1);
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
    auto *button = new QPushButton(base::buttonText(name), widget());
    button->setAccessibleName(tr("Open pod %1").arg(name));
    button->setAutoDefault(false);
    base::setPlainToolTip(button, name);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const QString path = QString::fromStdString(pod);
    connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested({QStringLiteral("pods"), path.section(u'/', 0, 0), path.section(u'/', 1), {}}); });
    m_layout->addWidget(button);
}

void AdvicePane::addSteps(const Filler &filler, const Report &report)
{
    for (const Step &step : stepsFor(filler, report))
        addStep(wordsFor(step), base::oneLine(std::string_view(step.command)));
}

void AdvicePane::addStep(const QString &words, const QString &command)
{
    m_commands << command;
    addText(words, Meaning::Secondary);
    auto *line = new QWidget(widget());
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

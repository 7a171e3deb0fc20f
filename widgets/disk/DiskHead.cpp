#include "widgets/disk/DiskHead.h"

#include "widgets/base/StrongFont.h"
#include "widgets/base/TextLabel.h"
#include "widgets/disk/DiskBar.h"
#include "widgets/disk/DiskWords.h"

#include <QVBoxLayout>

namespace disk {

using base::Meaning;
using base::TextLabel;
using base::Theme;

/// One file system.
struct DiskHead::Section
{
    TextLabel *head;
    DiskBar *bar;
    TextLabel *limits;
};

namespace {

TextLabel *label(Meaning meaning, const QFont &font, QVBoxLayout *layout, QWidget *parent)
{
    auto *made = new TextLabel(meaning, font, parent);
    layout->addWidget(made);
    return made;
}

void showText(TextLabel &label, const QString &text)
{
    label.show(text.toStdString());
    label.setVisible(!text.isEmpty());
}

} // namespace

DiskHead::DiskHead(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    m_layout->setSpacing(Theme::Step);
    m_state = label(Meaning::Text, base::strongFont(), m_layout, this);
    m_missing = label(Meaning::Warning, Theme::instance().bodyFont(), m_layout, this);
}

DiskHead::~DiskHead() = default;

DiskHead::Section &DiskHead::section(std::size_t number)
{
    while (m_sections.size() <= number) {
        const Theme &theme = Theme::instance();
        TextLabel *head = label(Meaning::Text, theme.bodyFont(), m_layout, this);
        auto *bar = new DiskBar(this);
        m_layout->addWidget(bar);
        m_sections.push_back(std::make_unique<Section>(Section{head, bar, label(Meaning::Secondary, theme.bodyFont(), m_layout, this)}));
        m_bars.push_back(bar);
    }
    return *m_sections[number];
}

void DiskHead::show(const Report &report)
{
    const StateWords state = stateOf(report);
    m_state->setMeaning(state.meaning == Meaning::Ok ? Meaning::Text : state.meaning);
    showText(*m_state, state.text);
    showText(*m_missing, missingWords(report));
    const std::vector<Disk> disks = disksOf(report);
    for (std::size_t i = 0; i < disks.size(); ++i) {
        Section &each = section(i);
        showText(*each.head, headOf(disks[i]));
        each.bar->show(disks[i]);
        each.bar->setVisible(!disks[i].parts.empty());
        showText(*each.limits, limitsOf(disks[i], report));
    }
    for (std::size_t i = disks.size(); i < m_sections.size(); ++i)
        for (QWidget *part : std::initializer_list<QWidget *>{m_sections[i]->head, m_sections[i]->bar, m_sections[i]->limits})
            part->hide();
}

QString DiskHead::text() const
{
    QStringList words{m_state->text(), m_missing->text()};
    for (const auto &each : m_sections)
        if (!each->head->isHidden())
            words << each->head->text() << each->limits->text();
    return words.join(u'\n');
}

} // namespace disk

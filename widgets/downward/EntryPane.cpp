#include "widgets/downward/EntryPane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/downward/EntryWords.h"

#include <QGridLayout>

namespace downward {

using base::Meaning;
using base::Theme;

namespace {

QString headOf(const Entry &entry)
{
    const QString name = base::oneLine(std::string_view(entry.kind == EntryKind::Env ? entry.name : entry.path));
    return name + QStringLiteral(" — ") + groupOf(entry);
}

QString numbered(const QStringList &steps)
{
    QStringList out;
    for (int i = 0; i < steps.size(); ++i)
        out << QString::number(i + 1) + QStringLiteral(". ") + steps[i];
    return steps.size() == 1 ? steps.front() : out.join(u'\n');
}

QString placesOf(const Entry &entry)
{
    QStringList out;
    for (const Mount &mount : entry.mounts) {
        const QString place = base::oneLine(std::string_view(mount.container + ": " + mount.file));
        out << (mount.vanishes ? EntryPane::tr("%1 (by subPath of a folder: gone once the kubelet writes the volume anew)").arg(place) : mount.isFrozen ? EntryPane::tr("%1 (by subPath: frozen at the start)").arg(place) : place);
    }
    if (entry.kind != EntryKind::Env && out.isEmpty())
        return EntryPane::tr("No container mounts it.");
    return out.join(u'\n');
}

} // namespace

EntryPane::EntryPane(QWidget *parent) : QScrollArea(parent), m_head(new base::PlainLabel)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The chosen entry"));
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    grid->setHorizontalSpacing(4 * Theme::Step);
    grid->setVerticalSpacing(2 * Theme::Step);
    grid->setColumnStretch(1, 1);
    m_head->setFont(Theme::instance().titleFont());
    grid->addWidget(m_head, 0, 0, 1, 2);
    m_value = addRow(grid, tr("Value now"), true);
    m_steps = addRow(grid, tr("How it came about"), false);
    m_lifetime = addRow(grid, tr("When it changes"), false);
    m_places = addRow(grid, tr("Where it is seen"), true);
    m_remedy = addRow(grid, tr("To change it"), false);
    m_compared = addRow(grid, tr("In the container"), false);
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(content);
    show(nullptr, {});
}

EntryPane::Row EntryPane::addRow(QGridLayout *grid, const QString &title, bool isMachine)
{
    auto *label = new base::PlainLabel(title, this);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *said = new base::TextLabel(Meaning::Text, isMachine ? Theme::instance().machineFont() : Theme::instance().bodyFont(), this);
    said->setAccessibleName(title);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(said, row, 1);
    return {label, said};
}

void EntryPane::set(const Row &row, const QString &text)
{
    row.said->show(text.toStdString());
    row.title->setVisible(!text.isEmpty());
    row.said->setVisible(!text.isEmpty());
}

void EntryPane::show(const Entry *entry, const std::vector<Compared> &compared)
{
    m_head->show(entry ? headOf(*entry) : tr("Choose an entry to see how its value came about"));
    QStringList inside;
    for (const Compared &one : compared)
        if (one.match != Match::NotRead)
            inside << comparedText(one, *entry);
    const bool hasValue = entry && entry->resolved.value && !entry->resolved.value->empty();
    set(m_value, !entry ? QString() : hasValue ? QString::fromStdString(*entry->resolved.value) : valueCell(*entry));
    set(m_steps, entry ? numbered(sentenceTexts(entry->steps())) : QString());
    set(m_lifetime, entry ? lifetimeText(*entry) : QString());
    set(m_places, entry ? placesOf(*entry) : QString());
    set(m_remedy, entry ? sentenceText(remedyOf(entry->resolved)) : QString());
    set(m_compared, inside.join(u'\n'));
}

QString EntryPane::text() const
{
    QStringList out{m_head->text()};
    for (const Row &row : {m_value, m_steps, m_lifetime, m_places, m_remedy, m_compared})
        if (!row.said->text().isEmpty())
            out << row.title->text() + QStringLiteral(": ") + row.said->text();
    return out.join(u'\n');
}

} // namespace downward

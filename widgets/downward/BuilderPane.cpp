#include "widgets/downward/BuilderPane.h"

#include "models/text/Plain.h"
#include "models/downward/Fields.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/downward/EntryWords.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace downward {

using base::Theme;

namespace {

QString shown(const std::string &text) { return base::oneLine(std::string_view(text)); }

QStringList itemsOf(const QComboBox &box)
{
    QStringList items;
    for (int i = 0; i < box.count(); ++i)
        items.push_back(box.itemText(i));
    return items;
}

/// What stays chosen if it is still there. Somebody may be choosing or typing: the same items are left as they are.
void refill(QComboBox &box, const QStringList &items)
{
    if (itemsOf(box) == items)
        return;
    const QString before = box.currentText();
    const QSignalBlocker silent(box);
    box.clear();
    box.addItems(items);
    const auto at = items.indexOf(before);
    box.setCurrentIndex(at >= 0 ? static_cast<int>(at) : items.isEmpty() ? -1 : 0);
    if (at < 0 && box.isEditable() && !before.isEmpty())
        box.setEditText(before);
}

QPushButton *addButton(QHBoxLayout &bar, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    bar.addWidget(button);
    return button;
}

} // namespace

BuilderPane::BuilderPane(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 3 * Theme::Step, 4 * Theme::Step, 3 * Theme::Step);
    layout->setSpacing(4 * Theme::Step);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeForm());
    layout->addWidget(scroll, 1);
    layout->addWidget(makeYaml(), 1);
    placeChanged();
}

void BuilderPane::addField(QFormLayout *form, const QString &title, QWidget *field)
{
    field->setAccessibleName(title);
    auto *label = new base::PlainLabel(title, this);
    label->setBuddy(field);
    form->addRow(label, field);
}

QWidget *BuilderPane::makeForm()
{
    auto *content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, 2 * Theme::Step, 0);
    m_form->setVerticalSpacing(2 * Theme::Step);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_place = new QComboBox(content);
    m_place->addItems({tr("Environment variable"), tr("File in a volume")});
    m_field = new QComboBox(content);
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_container = new QComboBox(content);
    m_divisor = new QComboBox(content);
    m_name = new QLineEdit(content);
    m_volume = new QLineEdit(shown(m_suggestedVolume.name), content);
    m_mountPath = new QLineEdit(shown(m_suggestedVolume.mountPath), content);
    m_preview = new base::PlainLabel(content);
    m_preview->setWordWrap(true);
    m_problems = new base::PlainLabel(content);
    m_problems->setWordWrap(true);
    addField(m_form, tr("Where"), m_place);
    addField(m_form, tr("Field"), m_field);
    m_field->lineEdit()->setAccessibleName(tr("Field"));
    addField(m_form, tr("It would be"), m_preview);
    addField(m_form, tr("To mend"), m_problems);
    addField(m_form, tr("Container"), m_container);
    addField(m_form, tr("Divided by"), m_divisor);
    addField(m_form, tr("Name or path"), m_name);
    addField(m_form, tr("Volume"), m_volume);
    addField(m_form, tr("Mounted at"), m_mountPath);
    connect(m_place, &QComboBox::currentIndexChanged, this, &BuilderPane::placeChanged);
    connect(m_field, &QComboBox::currentTextChanged, this, &BuilderPane::fieldChanged);
    for (QComboBox *box : {m_container, m_divisor})
        connect(box, &QComboBox::currentIndexChanged, this, &BuilderPane::update);
    for (QLineEdit *line : {m_name, m_volume, m_mountPath})
        connect(line, &QLineEdit::textChanged, this, &BuilderPane::update);
    return content;
}

QWidget *BuilderPane::makeYaml()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    auto *words = new base::PlainLabel(tr("For the pod, or the template of what makes it. Nothing is applied."), content);
    words->setWordWrap(true);
    layout->addWidget(words);
    m_yaml = new QPlainTextEdit(content);
    m_yaml->setReadOnly(true);
    m_yaml->setTabChangesFocus(true);
    m_yaml->setFont(Theme::instance().machineFont());
    m_yaml->setAccessibleName(tr("YAML to write"));
    m_yaml->setLineWrapMode(QPlainTextEdit::NoWrap);
    layout->addWidget(m_yaml, 1);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2 * Theme::Step);
    m_copy = addButton(*bar, tr("Copy YAML"));
    m_another = addButton(*bar, tr("Add another"));
    m_again = addButton(*bar, tr("Start over"));
    bar->addStretch(1);
    QPushButton *close = addButton(*bar, tr("Close"));
    layout->addLayout(bar);
    connect(m_copy, &QPushButton::clicked, this, &BuilderPane::copy);
    connect(m_another, &QPushButton::clicked, this, &BuilderPane::addAnother);
    connect(m_again, &QPushButton::clicked, this, &BuilderPane::startOver);
    connect(close, &QPushButton::clicked, this, &BuilderPane::closed);
    return content;
}

void BuilderPane::takeFocus()
{
    m_place->setFocus();
}

Place BuilderPane::place() const
{
    return m_place->currentIndex() == 0 ? Place::Env : Place::Volume;
}

void BuilderPane::setPod(std::shared_ptr<const text::Value> pod, std::shared_ptr<const text::Value> node)
{
    m_pod = std::move(pod);
    m_node = std::move(node);
    suggestVolume();
    fillContainers();
    fillFields();
    fieldChanged();
}

/// What nobody typed gives way to a name that is free.
void BuilderPane::suggestVolume()
{
    if (!m_pod || m_volume->text() != shown(m_suggestedVolume.name) || m_mountPath->text() != shown(m_suggestedVolume.mountPath))
        return;
    m_suggestedVolume = suggestedVolume(*m_pod);
    const QSignalBlocker name(m_volume), path(m_mountPath);
    m_volume->setText(shown(m_suggestedVolume.name));
    m_mountPath->setText(shown(m_suggestedVolume.mountPath));
}

void BuilderPane::fillContainers()
{
    QStringList names;
    for (const bool isOrdinary : {true, false}) {       // ordinary ones first, and none that cannot be written into a template
        for (const Container &container : m_pod ? containersOf(*m_pod) : std::vector<Container>())
            if (container.kind != ContainerKind::Ephemeral && (container.kind == ContainerKind::Normal) == isOrdinary)
                names << shown(container.name);
    }
    refill(*m_container, names);
}

void BuilderPane::fillFields()
{
    QStringList fields;
    for (const std::string &field : m_pod ? offeredFields(*m_pod, place()) : std::vector<std::string>())
        fields << shown(field);
    refill(*m_field, fields);
    for (int i = 0; i < fields.size(); ++i)
        m_field->setItemData(i, base::plainToolTip(sentenceText(meaningOf(fields[i].toStdString()))), Qt::ToolTipRole);
}

void BuilderPane::fillDivisors()
{
    QStringList divisors;
    const std::string field = draft().field;
    for (const std::string_view divisor : divisorsOf(resourceOf(field)))
        divisors << QString::fromUtf8(divisor.data(), static_cast<int>(divisor.size()));
    divisors.removeAll(QStringLiteral("1"));
    divisors.prepend(QStringLiteral("1"));
    refill(*m_divisor, divisors);
}

void BuilderPane::placeChanged()
{
    fillFields();
    const bool isFile = place() == Place::Volume;
    for (QWidget *field : {static_cast<QWidget *>(m_volume), static_cast<QWidget *>(m_mountPath)}) {
        field->setVisible(isFile);
        m_form->labelForField(field)->setVisible(isFile);
    }
    fieldChanged();
}

/// A name that nobody typed follows the field.
void BuilderPane::fieldChanged()
{
    const QString suggested = shown(suggestedName(m_field->currentText().toStdString(), place()));
    if (m_name->text().isEmpty() || m_name->text() == m_suggested) {
        const QSignalBlocker silent(m_name);
        m_name->setText(suggested);
    }
    m_suggested = suggested;
    fillDivisors();
    const bool isResource = draft().isResource();
    m_divisor->setVisible(isResource);
    m_form->labelForField(m_divisor)->setVisible(isResource);
    update();
}

Draft BuilderPane::draft() const
{
    Draft draft{place(), m_container->currentText().toStdString(), m_field->currentText().trimmed().toStdString(), {}, m_name->text().toStdString()};
    if (draft.isResource())
        draft.divisor = m_divisor->currentText().toStdString();
    return draft;
}

VolumeDraft BuilderPane::volume() const
{
    return {m_volume->text().toStdString(), m_mountPath->text().toStdString(), m_container->currentText().toStdString()};
}

std::vector<Draft> BuilderPane::all() const
{
    std::vector<Draft> out = m_added;
    if (isWhole())
        out.push_back(draft());
    return out;
}

bool BuilderPane::isWhole() const
{
    return m_pod && problemsOf(*m_pod, draft(), m_added).empty();
}

void BuilderPane::update()
{
    if (!m_pod)
        return;
    const Draft now = draft();
    const Resolved resolved = downward::preview(*m_pod, m_node.get(), now);
    const QString value = resolved.value ? (resolved.value->empty() ? tr("(empty)") : shown(*resolved.value)) : problemWords(*resolved.problem).text();
    std::vector<Sentence> words = describe(resolved, now.place);
    if (resolved.value)
        words.insert(words.begin(), meaningOf(now.field));
    m_preview->show(value + u'\n' + joinedText(words));
    std::vector<Sentence> problems = problemsOf(*m_pod, now, m_added);
    if (now.place == Place::Volume)
        for (Sentence &problem : problemsOf(*m_pod, volume()))
            problems.push_back(std::move(problem));
    m_problems->show(problems.empty() ? Theme::sign(base::Meaning::Ok) + u' ' + tr("nothing") : sentenceTexts(problems).join(u'\n'));
    const std::vector<Draft> drafts = all();
    showYaml(drafts.empty() ? std::string() : yamlOf(*m_pod, drafts, volume()));
    m_copy->setEnabled(!drafts.empty());
    m_another->setEnabled(isWhole());
    m_again->setEnabled(!m_added.empty());
}

/// All of it, since it can be copied from here; what is selected stays while it says the same.
void BuilderPane::showYaml(const std::string &yaml)
{
    const QString shownNow = QString::fromStdString(text::plain(yaml));
    if (m_yaml->toPlainText() != shownNow)
        m_yaml->setPlainText(shownNow);
}

void BuilderPane::addAnother()
{
    m_added.push_back(draft());
    const int next = (m_field->currentIndex() + 1) % std::max(1, m_field->count());
    m_name->clear();
    m_field->setCurrentIndex(next);
    fieldChanged();
    m_field->setFocus();
}

void BuilderPane::startOver()
{
    m_added.clear();
    update();
}

void BuilderPane::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(yamlOf(*m_pod, all(), volume())));
    Q_EMIT noticed(tr("Copied the YAML"));
}

QString BuilderPane::yaml() const { return m_yaml->toPlainText(); }
QString BuilderPane::preview() const { return m_preview->text(); }
QString BuilderPane::problems() const { return m_problems->text(); }

} // namespace downward

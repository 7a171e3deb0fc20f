#include "widgets/detail/YamlTab.h"

#include "models/detail/YamlPage.h"
#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SecretClipboard.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FieldNote.h"
#include "widgets/detail/FindBar.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/LazyText.h"
#include "widgets/detail/YamlView.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace detail {

using base::Theme;

namespace {

/// The text without the lines of one place.
std::string without(const YamlPage &page, const text::YamlPlace &place)
{
    const std::vector<std::size_t> lines = YamlPage::linesOf(page.yaml);
    return page.yaml.substr(0, lines[static_cast<std::size_t>(place.first)]) + page.yaml.substr(lines[static_cast<std::size_t>(place.last) + 1]);
}

const QKeySequence describeKeys(Qt::SHIFT | Qt::Key_F1);

} // namespace

YamlTab::YamlTab(std::shared_ptr<WatchedObject> object, FieldSource *fields, QWidget *parent)
    : LiveTab(std::move(object), parent)
    , m_view(new YamlView)
    , m_find(nullptr)
    , m_fields(fields)
    , m_field(new FieldNote)
    , m_secretValues(new QCheckBox(tr("Secret values")))
    , m_describe(new QPushButton(tr("Describe")))
    , m_copy(new QPushButton(tr("Copy")))
    , m_note(new base::PlainLabel)
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    m_find = new FindBar(m_view, content);
    layout->addWidget(makeBar());
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_field);
    setContent(content);
    if (m_fields)
        m_fields->setParent(this);
    m_view->setAccessibleName(tr("YAML"));
    connect(m_view, &YamlView::hovered, this, &YamlTab::hovered);
    connect(m_view, &YamlView::cursorPositionChanged, this, &YamlTab::tellNote);
    connect(m_view, &YamlView::foldsChanged, this, &YamlTab::commandChanged);
    connect(m_view, &YamlView::foldsShown, this, &YamlTab::tellSettled);
    connect(&m_view->text(), &LazyText::finished, this, &YamlTab::filled);
    connect(m_field, &FieldNote::closed, this, &YamlTab::closeNote);
    connect(&Theme::instance(), &Theme::changed, this, &YamlTab::recolor);
    auto *describe = new QShortcut(describeKeys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(describe, &QShortcut::activated, this, &YamlTab::toggleNote);
    recolor();
}

bool YamlTab::find()
{
    m_find->open();
    return true;
}

bool YamlTab::isSettled() const
{
    return LiveTab::isSettled() && !m_isStale && !m_writing.isRunning() && m_view->isSettled();
}

QWidget *YamlTab::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 4 * Theme::Step, 0);
    layout->setSpacing(3 * Theme::Step);
    m_secretValues->setAccessibleName(m_secretValues->text());
    m_secretValues->hide();
    auto *find = new QPushButton(tr("Find"));
    auto *fold = new QPushButton(tr("Fold all"));
    auto *unfold = new QPushButton(tr("Unfold all"));
    for (QPushButton *button : {find, fold, unfold, m_describe})
        button->setAccessibleName(button->text());
    base::setPlainToolTip(fold, tr("/ in the text; - folds what the cursor is in"));
    base::setPlainToolTip(unfold, tr("* in the text; + unfolds the line of the cursor"));
    base::setPlainToolTip(m_describe, tr("What the server's schema says of the field at the cursor (%1)").arg(describeKeys.toString(QKeySequence::NativeText)));
    m_describe->setCheckable(true);
    if (!m_fields) // to show it, still without a parent, would be to open a window
        m_describe->hide();
    m_copy->setAccessibleName(tr("Copy the whole YAML"));
    layout->addWidget(m_secretValues);
    layout->addWidget(m_note, 1);
    for (QPushButton *button : {m_describe, fold, unfold, find, m_copy})
        layout->addWidget(button);
    connect(m_secretValues, &QCheckBox::toggled, this, &YamlTab::showAgain);
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(base::SecretStays);
    connect(&m_hideAgain, &QTimer::timeout, m_secretValues, [this] { m_secretValues->setChecked(false); });
    connect(m_secretValues, &QCheckBox::toggled, &m_hideAgain, [this](bool shown) { shown ? m_hideAgain.start() : m_hideAgain.stop(); });
    connect(find, &QPushButton::clicked, this, [this] { m_find->open(); });
    connect(fold, &QPushButton::clicked, m_view, &YamlView::foldAll);
    connect(unfold, &QPushButton::clicked, m_view, &YamlView::unfoldAll);
    connect(m_describe, &QPushButton::clicked, this, &YamlTab::toggleNote);
    connect(m_copy, &QPushButton::clicked, this, &YamlTab::copy);
    return bar;
}

std::vector<base::Command> YamlTab::commands()
{
    const auto words = [](const char *english) { return base::Words{"detail::YamlTab", english}; };
    return {base::Command::make(QStringLiteral("find-in-yaml"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Find in the YAML")), QKeySequence(), [this] { m_find->open(); }),
            base::Command::make(QStringLiteral("copy-yaml"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Copy the YAML")), {}, [this] { copy(); }),
            base::Command::make(QStringLiteral("describe-field"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Describe the field at the cursor")), describeKeys, [this] { toggleNote(); }),
            base::Command::make(QStringLiteral("fold"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Fold what the cursor is in")), Qt::Key_Minus, [this] { m_view->foldHere(); }),
            base::Command::make(QStringLiteral("unfold"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Unfold the line of the cursor")), Qt::Key_Plus, [this] { m_view->unfoldHere(); }),
            base::Command::make(QStringLiteral("fold-all"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Fold all")), Qt::Key_Slash, [this] { m_view->foldAll(); }),
            base::Command::make(QStringLiteral("unfold-all"), words(QT_TRANSLATE_NOOP("detail::YamlTab", "Unfold all")), Qt::Key_Asterisk, [this] { m_view->unfoldAll(); })};
}

YamlWish YamlTab::wish() const
{
    return {true, m_secretValues->isChecked()};
}

/// What is folded at first is what kubectl leaves out.
bool YamlTab::showsManagedFields() const
{
    const auto &page = m_view->page();
    const int place = page ? page->managedFields() : -1;
    return place >= 0 && !m_view->isFolded(place);
}

QString YamlTab::command() const
{
    const QString managed = showsManagedFields() ? QStringLiteral(" --show-managed-fields") : QString();
    return kubectl(QStringLiteral("get"), watched().name()) + QStringLiteral(" -o yaml") + managed;
}

void YamlTab::showObject(const text::Value &object)
{
    m_secretValues->setVisible(hasSecretValues(object));
    write();
}

/// One after the other: an object that changes all the time is still shown.
void YamlTab::write()
{
    m_isStale = m_writing.isRunning() || !m_view->text().isFinished();
    if (m_isStale)
        return;
    m_writing = platform::runAside(m_executor, [this, wish = wish(), object = watched().object(), before = m_view->text().shown()](const std::stop_token &) -> base::Task {
        auto page = yamlPage(*object, wish, LongestLine, before->empty() ? FirstScreen : std::string::npos);
        auto edits = editsOf(*before, *page);
        return [this, page = std::move(page), edits = std::move(edits), wish] { take(page, edits, wish.secretValues); };
    });
}

void YamlTab::take(std::shared_ptr<const YamlPage> page, std::vector<LineEdit> edits, bool hasSecretValues)
{
    m_note->show(page->cutLines == 0 ? QString() : tr("Long lines are cut here (%1); Copy takes all").arg(page->cutLines));
    // Until it is filled, the view holds lines of the page before.
    m_view->setSecret(hasSecretValues || m_hasSecretValues);
    m_hasSecretValues = hasSecretValues;
    m_isStale = m_isStale || !page->isWhole;
    m_view->setPage(std::move(page), std::move(edits));
    Q_EMIT commandChanged();
}

void YamlTab::filled()
{
    m_view->setSecret(m_hasSecretValues);
    m_find->textChanged();
    tellNote();
    // The job is over when this returns.
    QMetaObject::invokeMethod(this, [this] {
        if (m_isStale)
            write();
        tellSettled();
    }, Qt::QueuedConnection);
}

void YamlTab::tellSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

void YamlTab::copy()
{
    if (!m_view->page())
        return;
    const bool isThere = m_view->page()->isWhole;
    const auto page = isThere ? m_view->page() : yamlPage(*watched().object(), wish(), LongestLine);
    const int managed = page->managedFields();
    const bool isLeftOut = managed >= 0 && (!isThere || m_view->isFolded(managed));
    const QString yaml = QString::fromStdString(isLeftOut ? without(*page, page->places[static_cast<std::size_t>(managed)]) : page->yaml);
    if (isThere ? m_hasSecretValues : wish().secretValues) // the page that is copied, whatever is wished for by now
        base::copySecret(yaml);
    else
        QGuiApplication::clipboard()->setText(yaml);
    Q_EMIT noticed(tr("Copied the YAML of %1").arg(QString::fromStdString(watched().name().name)));
}

schema::KindName YamlTab::kindName() const
{
    const kube::ResourceType &type = watched().name().type;
    return {type.group, type.version, type.kind};
}

void YamlTab::hovered(int place, const QPoint &globalPosition)
{
    const auto page = m_view->page();
    if (!m_fields || place < 0)
        return QToolTip::hideText();
    m_fields->ask(kindName(), page->path(place), [this, page, place, globalPosition](const FieldAnswer &answer) {
        const QString path = QString::fromStdString(page->pathText(place));
        if (answer.field && m_view->underMouse())
            QToolTip::showText(globalPosition, base::plainToolTip(fieldText(base::oneLine(path), *answer.field)), m_view);
        if (m_noteWaits)
            tellNote(); // this question silenced that one
    });
}

void YamlTab::toggleNote()
{
    if (!m_fields || m_field->isVisible())
        return closeNote();
    m_field->show();
    m_describe->setChecked(true);
    tellNote();
}

void YamlTab::closeNote()
{
    m_field->hide();
    m_describe->setChecked(false);
    m_view->setFocus();
}

void YamlTab::tellNote()
{
    const int place = m_view->currentPlace();
    if (!m_field->isVisible() || place < 0)
        return;
    const auto page = m_view->page();
    m_noteWaits = true;
    m_fields->ask(kindName(), page->path(place), [this, path = QString::fromStdString(page->pathText(place))](const FieldAnswer &answer) {
        m_noteWaits = false;
        m_field->tell(path, answer);
    });
}

void YamlTab::recolor()
{
    Theme &theme = Theme::instance();
    m_view->setFont(theme.machineFont());
    QPalette secondary;
    secondary.setColor(QPalette::WindowText, theme.color(base::Meaning::Secondary));
    m_note->setPalette(secondary);
}

} // namespace detail

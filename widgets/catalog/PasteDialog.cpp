#include "widgets/catalog/PasteDialog.h"

#include "models/platform/Aside.h"
#include "widgets/base/PlainText.h"
#include "widgets/catalog/EntryWords.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

constexpr int PauseBeforeReading = 150;     // milliseconds without a keystroke
constexpr std::size_t MostNamed = 5;

} // namespace

PasteDialog::PasteDialog(base::Executor &consumer, const QString &name, QWidget *parent)
    : QDialog(parent), m_consumer(consumer), m_text(new QPlainTextEdit), m_name(new QLineEdit(name)), m_verdict(new PlainLabel), m_pause(new QTimer(this))
{
    setWindowTitle(tr("Paste a kubeconfig"));
    setAccessibleName(windowTitle());
    resize(640, 480);
    m_text->setAccessibleName(tr("Text of the kubeconfig"));
    m_text->setPlaceholderText(tr("apiVersion: v1\nkind: Config\n…"));
    m_text->setFont(Theme::instance().machineFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_name->setAccessibleName(tr("Name in the catalog"));
    m_name->setMaxLength(64);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(2 * Theme::RowHeight);
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *buttons = new QDialogButtonBox;
    buttons->setAccessibleName(windowTitle());
    m_add = buttons->addButton(tr("Add to the catalog"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {m_add, cancel})
        button->setAccessibleName(button->text());
    connect(buttons, &QDialogButtonBox::accepted, this, &PasteDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    auto *label = new PlainLabel(tr("Name"));
    label->setBuddy(m_name);
    form->addRow(label, m_name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    auto *note = new PlainLabel(tr("It is kept in memory until the program ends; no file is written."));
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_verdict);
    layout->addLayout(form);
    layout->addWidget(buttons);

    m_pause->setSingleShot(true);
    m_pause->setInterval(PauseBeforeReading);
    connect(m_pause, &QTimer::timeout, this, &PasteDialog::judge);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_add->setEnabled(false);
        m_reading.cancel();
        m_pause->start();
    });
    connect(m_name, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    judge();
}

void PasteDialog::judge()
{
    const std::string text = m_text->toPlainText().toStdString();
    m_add->setEnabled(false);
    if (text.empty()) {
        tell(Meaning::Unknown, tr("Nothing is pasted yet."));
        Q_EMIT judged();
        return;
    }
    m_reading = platform::runAside(m_consumer, [this, text, name = m_name->text().toStdString()](std::stop_token) -> base::Task {
        return [this, entries = kube::catalogOfText(text, name, kube::KubeFiles::system())] {
            tellOf(entries);
            Q_EMIT judged();
        };
    });
}

void PasteDialog::tellOf(const std::vector<kube::CatalogEntry> &entries)
{
    if (entries.empty())
        return tell(Meaning::Warning, tr("There is no context in it."));
    const bool isFile = entries.size() == 1 && entries[0].context.context.empty();
    if (isFile && entries[0].error())
        return tell(Meaning::Error, errorOf(*entries[0].error()));
    QStringList names;
    for (const kube::CatalogEntry &entry : entries) {
        if (static_cast<std::size_t>(names.size()) == MostNamed)
            break;
        names << nameOf(entry);
    }
    if (entries.size() > MostNamed)
        names << QStringLiteral("…");
    const auto bad = std::ranges::find_if(entries, [](const auto &entry) { return entry.error().has_value(); });
    const QString found = tr("Contexts found: %1").arg(names.join(QStringLiteral(", ")));
    if (bad == entries.end())
        tell(Meaning::Ok, found);
    else
        tell(Meaning::Warning, tr("%1\n%2 cannot be used: %3").arg(found, nameOf(*bad), errorOf(*bad->error())));
    m_add->setEnabled(!m_name->text().trimmed().isEmpty());
}

void PasteDialog::tell(Meaning meaning, const QString &verdict)
{
    QPalette palette = m_verdict->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(meaning));
    m_verdict->setPalette(palette);
    m_verdict->show(Theme::sign(meaning) + u' ' + verdict);
}

void PasteDialog::take()
{
    if (!m_add->isEnabled())
        return;
    Q_EMIT pasted({m_name->text().trimmed().toStdString(), base::SecretText(m_text->toPlainText().toStdString())});
    accept();
}

} // namespace catalog

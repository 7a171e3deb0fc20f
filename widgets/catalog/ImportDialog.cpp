#include "widgets/catalog/ImportDialog.h"

#include "models/kube/KubeConfigChanges.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/catalog/ImportVerdict.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace catalog {

using base::Meaning;
using base::PlainLabel;
using base::Theme;

namespace {

constexpr int PauseBeforeReading = 80;     // milliseconds without a keystroke
constexpr int LongestName = 128;

QPushButton *makeButton(const QString &text)
{
    auto *button = new QPushButton(base::buttonText(text));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

base::TextLabel *makeNote() { return new base::TextLabel(Meaning::Text, Theme::instance().bodyFont()); }

/// In one column, though the fields below appear only once there is something to fill them with.
void alignLabels(const QWidget &body)
{
    int widest = 0;
    QList<QLabel *> labels;
    for (QFormLayout *form : body.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (auto *label = item ? qobject_cast<QLabel *>(item->widget()) : nullptr)
                labels << label;
        }
    }
    for (const QLabel *label : labels)
        widest = std::max(widest, label->sizeHint().width());
    for (QLabel *label : labels)
        label->setMinimumWidth(widest);
}

} // namespace

ImportDialog::ImportDialog(Services services, QWidget *parent) : QDialog(parent), m_services(std::move(services)), m_pause(new QTimer(this))
{
    setWindowTitle(tr("Add a cluster"));
    setAccessibleName(windowTitle());
    resize(760, 720);
    m_scroll = makeForm();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step);
    layout->setSpacing(3 * Theme::Step);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeButtons());

    m_pause->setSingleShot(true);
    m_pause->setInterval(PauseBeforeReading);
    connect(m_pause, &QTimer::timeout, this, &ImportDialog::check);
    connect(m_verdict, &ImportVerdict::addressChosen, this, [this](const QString &address) {
        const auto server = kube::serverAt(m_plan.server, address.toStdString()); // with the port that was typed
        m_address->setText(server ? QString::fromStdString(*server) : address);
        m_address->setModified(true);
        m_address->setFocus();
        m_verdict->clear();
    });
    m_text->setFocus();
    takeText({});
}

ImportDialog::~ImportDialog() = default;

/// Return on a button is that button, and not Save.
void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QDialog::keyPressEvent(event);
}

QScrollArea *ImportDialog::makeForm()
{
    auto *body = new QWidget;
    body->setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 2 * Theme::Step, 0);
    auto *form = new QFormLayout;
    column->addLayout(form);
    column->addStretch(1);      // room that nothing needs stays below
    form->setVerticalSpacing(2 * Theme::Step);
    form->setHorizontalSpacing(3 * Theme::Step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeSource(*form);
    makeFields(*form);
    alignLabels(*body);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(windowTitle());
    scroll->verticalScrollBar()->setAccessibleName(tr("Scroll the form"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    return scroll;
}

void ImportDialog::makeSource(QFormLayout &form)
{
    m_file = new QLineEdit;
    m_file->setAccessibleName(tr("File to open"));
    m_file->setPlaceholderText(tr("A file, such as /etc/rancher/k3s/k3s.yaml"));
    QPushButton *choose = makeButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose a file"));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    form.addRow(new PlainLabel(tr("File")), row);
    m_unreadable = new ImportVerdict;
    form.addRow(QString(), m_unreadable);
    m_text = new QPlainTextEdit;
    m_text->setAccessibleName(tr("Text of the kubeconfig"));
    m_text->setPlaceholderText(tr("Or paste the text of a kubeconfig here:\napiVersion: v1\nkind: Config\n…"));
    m_text->setFont(Theme::instance().machineFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(7 * Theme::RowHeight);
    m_text->horizontalScrollBar()->setAccessibleName(tr("Scroll the text sideways"));
    m_text->verticalScrollBar()->setAccessibleName(tr("Scroll the text"));
    form.addRow(new PlainLabel(tr("Text")), m_text);
    m_found = makeNote();
    form.addRow(QString(), m_found);
    connect(choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_file, &QLineEdit::returnPressed, this, [this] { openFile(m_file->text()); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &ImportDialog::textChanged);
}

QLineEdit *ImportDialog::addField(QFormLayout &form, const QString &name)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    auto *label = new PlainLabel(name);
    label->setBuddy(field);
    form.addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, [this] {
        m_isJudged = false;
        m_checking.cancel();
        showUsable();
        m_pause->start();
    });
    return field;
}

void ImportDialog::makeFields(QFormLayout &outer)
{
    m_fields = new QWidget;
    m_fields->setAccessibleName(tr("How it is saved"));
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(2 * Theme::Step);
    form->setHorizontalSpacing(3 * Theme::Step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_context = new QComboBox;
    m_context->setAccessibleName(tr("Context to import"));
    form->addRow(new PlainLabel(tr("Context")), m_context);
    m_name = addField(*form, tr("Name"));
    m_name->setMaxLength(LongestName);
    m_place = makeNote();
    m_useFreeName = makeButton(QString());
    m_useFreeName->hide(); // until there is a name to use
    m_useFreeName->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form->addRow(QString(), m_place);
    form->addRow(QString(), m_useFreeName);
    m_address = addField(*form, tr("Server address"));
    m_test = makeButton(tr("Test the connection"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addStretch();
    form->addRow(QString(), row);
    m_verdict = new ImportVerdict;
    form->addRow(QString(), m_verdict);
    m_contextName = addField(*form, tr("Name of the context"));
    m_clusterName = addField(*form, tr("Name of the cluster"));
    m_userName = addField(*form, tr("Name of the user"));
    outer.addRow(m_fields);
    connect(m_context, &QComboBox::currentIndexChanged, this, &ImportDialog::contextChosen);
    connect(m_name, &QLineEdit::textChanged, this, &ImportDialog::nameChanged);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        stopTest();
        m_verdict->clear();
    });
    connect(m_test, &QPushButton::clicked, this, [this] { m_testing.isRunning() ? stopTest() : test(); });
    connect(m_useFreeName, &QPushButton::clicked, this, [this] {
        m_name->setText(QString::fromStdString(m_plan.freeName));
        m_name->setFocus();
    });
}

QWidget *ImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->setAccessibleName(windowTitle());
    m_save = makeButton(tr("Save and connect"));
    m_add = makeButton(tr("Use without saving"));
    QPushButton *cancel = makeButton(tr("Cancel"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    base::setPlainToolTip(m_add, tr("A file stays where it is; a text is kept in memory until the program ends"));
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::save);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::addUnsaved);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

} // namespace catalog

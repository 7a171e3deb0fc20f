#pragma once

#include "widgets/catalog/EntryWords.h"

#include <QScrollArea>

class QFormLayout;
class QPushButton;

namespace base {
class PlainLabel;
}

namespace catalog {

/// Everything an entry says, beside the table, and what can be done with it.
class EntryDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EntryDetail(QWidget *parent = nullptr);

    /// What is shown of one entry.
    struct Content
    {
        const kube::CatalogEntry *entry = nullptr;      ///< only looked at during the call; null: nothing is selected
        EntryState state;
        bool isConnected = false;
        bool waitsForTrust = false;
        std::optional<base::SystemTime> askedAt;
        QString problem;                                ///< why the newest content of its file is not what is shown
    };
    void show(const Content &content);

Q_SIGNALS:
    void connectRequested();
    void disconnectRequested();
    void checkRequested();
    void trustRequested();

private:
    void showButtons(const Content &content);
    void fill(const Content &content);
    void addSection(const QString &title);
    /// Nothing is added for an empty value.
    void addRow(const QString &name, const QString &value, base::Meaning meaning = base::Meaning::Text, bool isForMachines = false);
    void addServer(const kube::CatalogEntry &entry);
    void addUser(const kube::CatalogEntry &entry);
    void addPlugin(const kube::ExecSettings &plugin);

    base::PlainLabel *m_title;
    base::PlainLabel *m_state;
    QPushButton *m_connect;
    QPushButton *m_trust;
    QPushButton *m_check;
    QPushButton *m_disconnect;
    QWidget *m_facts = nullptr;
    QFormLayout *m_form = nullptr;
};

} // namespace catalog

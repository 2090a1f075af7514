// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "comms/transport.h"
#include "net/httprequest.h"

#include <QAbstractListModel>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace islet {

//! The realms to choose from with their user counts, as listed by a realm-provider. Requested only when the user opens
//! the list, never automatically.
class RealmList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    //! Status text: the list is loading, is empty, or failed to load; otherwise empty.
    Q_PROPERTY(QString state READ state NOTIFY stateChanged)
    //! URL of the list; saved in the settings.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)

public:
    static constexpr qsizetype maxRealms = 200;

    enum Role {
        NameRole = Qt::UserRole + 1, //!< untrusted text
        AddressRole, //!< as the user may type it
        PeopleRole, //!< "12 people"
    };

    //! `settings` must outlive the list.
    explicit RealmList(QSettings &settings, QObject *parent = nullptr);
    ~RealmList() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! Requests the list; `state` reports progress and errors.
    Q_INVOKABLE void fetch();
    QString state() const { return m_state ? m_state() : QString(); }
    QString source() const;
    void setSource(const QString &url);
    //! Announces all texts again: the language has changed.
    void retranslate();

signals:
    void stateChanged();
    void sourceChanged();

private:
    struct Realm {
        QString name;
        QString address;
        int people = 0;
    };

    //! Makes a sentence in the current language; empty for none.
    using Sentence = std::function<QString()>;

    void onAnswer(const HttpResponse &answer);
    void show(const QList<Realm> &realms, Sentence state);

    QSettings &m_settings;
    QList<Realm> m_realms;
    Sentence m_state;
    std::unique_ptr<HttpRequest, DeleteLater> m_request;
};

} // namespace islet

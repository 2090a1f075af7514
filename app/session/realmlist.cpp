// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/realmlist.h"

#include "base/displaytext.h"
#include "comms/closesentences.h"
#include "comms/connectionstring.h"
#include "net/networkpolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "realms/source"_L1;
constexpr auto defaultSource = "https://realm-provider.decentraland.org/realms"_L1;
constexpr qsizetype maxNameLength = 64;

} // namespace

RealmList::RealmList(QSettings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{ }

RealmList::~RealmList() = default;

int RealmList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_realms.size());
}

QVariant RealmList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Realm &realm = m_realms[index.row()];
    switch (role) {
    case NameRole: return realm.name;
    case AddressRole: return realm.address;
    case PeopleRole: return tr("%n people", nullptr, realm.people);
    default: return {};
    }
}

QHash<int, QByteArray> RealmList::roleNames() const
{
    return {{NameRole, "name"}, {AddressRole, "address"}, {PeopleRole, "people"}};
}

QString RealmList::source() const
{
    return m_settings.value(key, defaultSource).toString();
}

void RealmList::setSource(const QString &url)
{
    if (url.trimmed().isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, url.trimmed());
    emit sourceChanged();
}

void RealmList::fetch()
{
    const QUrl url(source(), QUrl::StrictMode);
    const bool isWeb = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isWeb) {
        show({}, [] { return tr("The realm list address isn't valid. Use one like %1.").arg(defaultSource); });
        return;
    }
    if (!checkEncrypted(url, {})) {
        show({}, [url] { return checkEncrypted(url, {}).error().detail; });
        return;
    }
    show({}, [host = url.host()] { return tr("Loading realms from %1...").arg(host); });
    m_request.reset(new HttpRequest({}, {.bytes = 256 * 1024}));
    connect(m_request.get(), &HttpRequest::answered, this, &RealmList::onAnswer);
    connect(m_request.get(), &HttpRequest::failed, this,
            [this](const CloseReason &reason) { show({}, [reason] { return sentenceOf(reason); }); });
    m_request->start("GET", url);
}

void RealmList::onAnswer(const HttpResponse &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (answer.status != 200 || !document.isArray()) {
        show({}, [source = displayText(source()), status = answer.status] {
            return tr("No realm list found at %1 (HTTP %2). Check the address in Settings.")
                .arg(source, QString::number(status));
        });
        return;
    }
    QList<Realm> realms;
    const QJsonArray all = document.array();
    for (const auto &value : all) {
        const QString url = value["url"_L1].toString();
        const auto where = ConnectionString::fromTyped(url);
        if (!where || where->protocol() != "realm"_L1 || realms.size() >= maxRealms)
            continue;
        // Skips addresses with secrets, which would be shown and saved, and those that would be another address when
        // typed.
        const auto typed = ConnectionString::fromTyped(where->parameters());
        if (where->withoutSecrets() != where->toString() || !typed || *typed != *where || !where->aboutUrl())
            continue;
        realms.append({displayText(value["serverName"_L1].toString().left(maxNameLength)), where->parameters(),
                       std::max(0, value["usersCount"_L1].toInt())});
    }
    std::ranges::stable_sort(realms, std::ranges::greater(), &Realm::people);
    show(realms, realms.isEmpty() ? [] { return tr("The list has no realms."); } : Sentence());
}

void RealmList::retranslate()
{
    if (!m_realms.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit stateChanged();
}

void RealmList::show(const QList<Realm> &realms, Sentence state)
{
    beginResetModel();
    m_realms = realms;
    endResetModel();
    m_state = std::move(state);
    emit stateChanged();
}

} // namespace islet

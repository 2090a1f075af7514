<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatDetails</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ChatFieldBox</name>
    <message>
        <source>Message everyone in the room</source>
        <translation>Mensaje para toda la sala</translation>
    </message>
</context>
<context>
    <name>ChatLine</name>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Aún sin enviar</translation>
    </message>
    <message>
        <source>May not have been delivered</source>
        <translation>Puede que no se haya entregado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
</context>
<context>
    <name>ChatLinkCard</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>¿Abrir este enlace en el navegador?</translation>
    </message>
    <message>
        <source>This link goes to %1</source>
        <translation>Este enlace lleva a %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the link in your browser</source>
        <translation>Abrir el enlace en el navegador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ChatLinks</name>
    <message>
        <source>Link to %1</source>
        <translation>Enlace a %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>No messages yet. Say hello!</source>
        <translation>Aún no hay mensajes. ¡Saluda!</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Ir a lo más reciente</translation>
    </message>
    <message>
        <source>Messages appear here.</source>
        <translation>Aquí aparecen los mensajes.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Copy message</source>
        <translation>Copiar mensaje</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Editar y reenviar</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Ver detalles</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Open link to %1</source>
        <translation>Abrir enlace a %1</translation>
    </message>
    <message>
        <source>Mention %1</source>
        <translation>Mencionar a %1</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>Acerca de esta persona</translation>
    </message>
</context>
<context>
    <name>ChatNames</name>
    <message>
        <source>Mention suggestions</source>
        <translation>Sugerencias de mención</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the chat (Ctrl+F)</source>
        <translation>Buscar en el chat (Ctrl+F)</translation>
    </message>
    <message>
        <source>Message everyone</source>
        <translation>Mensaje para todos</translation>
    </message>
    <message>
        <source>Message (sent when reconnected)</source>
        <translation>Mensaje (se enviará al reconectar)</translation>
    </message>
    <message>
        <source>Join a room to chat</source>
        <translation>Entra en una sala para chatear</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>ChatSearchBar</name>
    <message>
        <source>Search the chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Previous match (Enter)</source>
        <translation>Resultado anterior (Intro)</translation>
    </message>
    <message>
        <source>Next match (Shift+Enter)</source>
        <translation>Resultado siguiente (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Close search (Esc)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Recibido: %1</translation>
    </message>
    <message>
        <source>Sent (by the sender&apos;s clock): %1</source>
        <translation>Enviado (según el reloj del remitente): %1</translation>
    </message>
    <message>
        <source>The sender didn&apos;t include a time.</source>
        <translation>El remitente no indicó la hora.</translation>
    </message>
    <message>
        <source>Room: %1</source>
        <translation>Sala: %1</translation>
    </message>
</context>
<context>
    <name>ColorChoice</name>
    <message>
        <source>Colour %1 of 24</source>
        <translation>Color %1 de 24</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: a colour derived from my address</source>
        <translation>Automático: un color derivado de mi dirección</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Join a Decentraland room and meet others.</source>
        <translation>Entra en una sala de Decentraland y conoce a más gente.</translation>
    </message>
    <message>
        <source>Room to join, such as name.dcl.eth, https://realm.example.org or ws-room:ws://127.0.0.1:5004/rooms/lobby. Without it, you choose in the window. A link (dcl-comms:...) opens in the running window, if any, which asks before joining.</source>
        <translation>Sala en la que entrar, como nombre.dcl.eth, https://realm.example.org o ws-room:ws://127.0.0.1:5004/rooms/lobby. Sin ella, eliges en la ventana. Un enlace (dcl-comms:...) se abre en la ventana que ya esté en marcha, si la hay, y esta pregunta antes de entrar.</translation>
    </message>
    <message>
        <source>Save a screenshot of the window to this file once people are visible, then quit.</source>
        <translation>Guarda una captura de la ventana en este archivo en cuanto se vea gente, y termina.</translation>
    </message>
    <message>
        <source>Join the demo room at startup.</source>
        <translation>Entra en la sala de demostración al iniciar.</translation>
    </message>
</context>
<context>
    <name>ConnectBar</name>
    <message>
        <source>Room address</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Connection details (Ctrl+H)</source>
        <translation>Detalles de la conexión (Ctrl+H)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ajustes (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>DeepLinkCard</name>
    <message>
        <source>Join the room in this link?</source>
        <translation>¿Entrar en la sala de este enlace?</translation>
    </message>
    <message>
        <source>Its server will see your IP address and a signature from %1.</source>
        <translation>Su servidor verá tu dirección IP y una firma de %1.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>No audio: the sound server isn&apos;t responding. Voice will start when it does.</source>
        <translation>No hay audio: el servidor de sonido no responde. La voz empezará cuando lo haga.</translation>
    </message>
    <message>
        <source>No microphone found. Plug one in to be heard.</source>
        <translation>No se encontró ningún micrófono. Conecta uno para que te oigan.</translation>
    </message>
    <message>
        <source>No speakers found. Plug some in to hear others.</source>
        <translation>No se encontraron altavoces. Conéctalos para oír a los demás.</translation>
    </message>
    <message>
        <source>Couldn&apos;t open &quot;%1&quot;. Allow Islet to use it, or choose another microphone.</source>
        <translation>No se pudo abrir «%1». Permite que Islet lo use o elige otro micrófono.</translation>
    </message>
    <message>
        <source>Couldn&apos;t open &quot;%1&quot;. Close other programs using it, or choose other speakers.</source>
        <translation>No se pudo abrir «%1». Cierra otros programas que lo usen o elige otros altavoces.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; isn&apos;t responding. Plug it in again, or choose another microphone.</source>
        <translation>«%1» no responde. Vuelve a conectarlo o elige otro micrófono.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; isn&apos;t responding. Plug it in again, or choose other speakers.</source>
        <translation>«%1» no responde. Vuelve a conectarlo o elige otros altavoces.</translation>
    </message>
    <message>
        <source>No sound from &quot;%1&quot;. Check that it&apos;s on and that Islet is allowed to use it.</source>
        <translation>«%1» no da sonido. Comprueba que esté encendido y que Islet tenga permiso para usarlo.</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation>Predeterminado del sistema (%1)</translation>
    </message>
</context>
<context>
    <name>EmotePopup</name>
    <message>
        <source>Play an emote</source>
        <translation>Hacer un gesto</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Join a room to play emotes.</source>
        <translation>Entra en una sala para hacer gestos.</translation>
    </message>
</context>
<context>
    <name>Emotes</name>
    <message>
        <source>Wave</source>
        <translation>Saludar</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>saluda</translation>
    </message>
    <message>
        <source>Clap</source>
        <translation>Aplaudir</translation>
    </message>
    <message>
        <source>claps</source>
        <translation>aplaude</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Levantar la mano</translation>
    </message>
    <message>
        <source>raises a hand</source>
        <translation>levanta la mano</translation>
    </message>
    <message>
        <source>Shrug</source>
        <translation>Encogerse de hombros</translation>
    </message>
    <message>
        <source>shrugs</source>
        <translation>se encoge de hombros</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Bailar</translation>
    </message>
    <message>
        <source>dances</source>
        <translation>baila</translation>
    </message>
    <message>
        <source>Fist pump</source>
        <translation>Alzar el puño</translation>
    </message>
    <message>
        <source>pumps their fist</source>
        <translation>alza el puño</translation>
    </message>
    <message>
        <source>Blow a kiss</source>
        <translation>Lanzar un beso</translation>
    </message>
    <message>
        <source>blows a kiss</source>
        <translation>lanza un beso</translation>
    </message>
    <message>
        <source>Hands in the air</source>
        <translation>Manos arriba</translation>
    </message>
    <message>
        <source>puts their hands in the air</source>
        <translation>levanta las manos</translation>
    </message>
    <message>
        <source>throws money</source>
        <translation>lanza dinero</translation>
    </message>
    <message>
        <source>is blown away</source>
        <translation>alucina</translation>
    </message>
    <message>
        <source>cries</source>
        <translation>llora</translation>
    </message>
    <message>
        <source>dabs</source>
        <translation>hace un dab</translation>
    </message>
    <message>
        <source>dances disco</source>
        <translation>baila música disco</translation>
    </message>
    <message>
        <source>can&apos;t bear to look</source>
        <translation>no quiere ni mirar</translation>
    </message>
    <message>
        <source>does the hammer dance</source>
        <translation>baila el hammer</translation>
    </message>
    <message>
        <source>laughs: ho ho ho</source>
        <translation>ríe: jo, jo, jo</translation>
    </message>
    <message>
        <source>does the robot</source>
        <translation>baila el robot</translation>
    </message>
    <message>
        <source>makes it snow</source>
        <translation>hace que nieve</translation>
    </message>
    <message>
        <source>dances tecktonik</source>
        <translation>baila tecktonik</translation>
    </message>
    <message>
        <source>does the tik dance</source>
        <translation>baila el tik</translation>
    </message>
    <message>
        <source>throws confetti</source>
        <translation>lanza confeti</translation>
    </message>
    <message>
        <source>plays “%1”</source>
        <translation>hace «%1»</translation>
    </message>
</context>
<context>
    <name>HandshakePopup</name>
    <message>
        <source>Connection details</source>
        <translation>Detalles de la conexión</translation>
    </message>
</context>
<context>
    <name>IdentityChoice</name>
    <message>
        <source>My identity</source>
        <translation>Mi identidad</translation>
    </message>
    <message>
        <source>My identity; switching leaves the room</source>
        <translation>Mi identidad; al cambiarla, sales de la sala</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportar...</translation>
    </message>
    <message>
        <source>Export a backup of this identity. Anyone with the file can impersonate you.</source>
        <translation>Exportar una copia de seguridad de esta identidad. Quien tenga el archivo puede hacerse pasar por ti.</translation>
    </message>
    <message>
        <source>Add an identity</source>
        <translation>Añadir una identidad</translation>
    </message>
    <message>
        <source>Private label for the new identity</source>
        <translation>Etiqueta privada de la nueva identidad</translation>
    </message>
    <message>
        <source>Private label, e.g. Work</source>
        <translation>Etiqueta privada, p. ej., Trabajo</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Create an identity with a new key</source>
        <translation>Crear una identidad con una clave nueva</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importar...</translation>
    </message>
    <message>
        <source>Import a private key or an auth chain from a file</source>
        <translation>Importar una clave privada o una auth chain desde un archivo</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Export identity to a new file</source>
        <translation>Exportar identidad a un archivo nuevo</translation>
    </message>
    <message>
        <source>Import identity from a file</source>
        <translation>Importar identidad desde un archivo</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 - Islet</source>
        <translation>%1 - Islet</translation>
    </message>
    <message>
        <source>Islet</source>
        <translation>Islet</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>(%1) %2</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>People and chat (%1)</source>
        <translation>Gente y chat (%1)</translation>
    </message>
    <message>
        <source>People and chat</source>
        <translation>Gente y chat</translation>
    </message>
    <message>
        <source>Show people and chat (F9)</source>
        <translation>Mostrar gente y chat (F9)</translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapCommands</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Caminar</translation>
    </message>
    <message>
        <source>W, A, S, D or arrow keys; Shift to run</source>
        <translation>W, A, S, D o flechas; Mayús para correr</translation>
    </message>
    <message>
        <source>Focus the map</source>
        <translation>Poner el foco en el mapa</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>closer nearer bigger larger enlarge magnify</source>
        <translation>cerca más grande aumentar ampliar zoom</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>farther smaller reduce shrink</source>
        <translation>lejos más pequeño reducir zoom</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Mostrar a todos</translation>
    </message>
    <message>
        <source>see fit whole map overview zoom all</source>
        <translation>ver encajar ajustar mapa entero vista general zoom</translation>
    </message>
    <message>
        <source>Follow me on/off</source>
        <translation>Seguirme: activar/desactivar</translation>
    </message>
    <message>
        <source>keep centre center middle locate lock where am I</source>
        <translation>seguimiento centrar centro localizar fijar dónde estoy</translation>
    </message>
    <message>
        <source>Show parcel...</source>
        <translation>Mostrar parcela...</translation>
    </message>
    <message>
        <source>look at coordinates go to jump find</source>
        <translation>mirar coordenadas ir a saltar buscar</translation>
    </message>
    <message>
        <source>Copy my position</source>
        <translation>Copiar mi posición</translation>
    </message>
    <message>
        <source>location coordinates clipboard where I stand</source>
        <translation>ubicación coordenadas portapapeles dónde estoy</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Alejar (-)</translation>
    </message>
    <message>
        <source>Show everyone (F)</source>
        <translation>Mostrar a todos (F)</translation>
    </message>
    <message>
        <source>Follow me (M)</source>
        <translation>Seguirme (M)</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>NameChoice</name>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>My name, shown to others next to my address</source>
        <translation>Mi nombre, visible para los demás junto a mi dirección</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>NoRoomCard</name>
    <message>
        <source>Connection lost</source>
        <translation>Se perdió la conexión</translation>
    </message>
    <message>
        <source>You&apos;re not in a room</source>
        <translation>No estás en ninguna sala</translation>
    </message>
    <message>
        <source>Type a room address at the top, or try the demo room.</source>
        <translation>Escribe arriba la dirección de una sala o prueba la sala de demostración.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Demo room</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Try the demo room, with simulated people</source>
        <translation>Probar la sala de demostración, con gente simulada</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Recent places and available realms (Ctrl+O)</source>
        <translation>Lugares recientes y realms disponibles (Ctrl+O)</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Ver detalles</translation>
    </message>
    <message>
        <source>Show details of the connection</source>
        <translation>Ver detalles de la conexión</translation>
    </message>
    <message>
        <source>Couldn&apos;t join %1</source>
        <translation>No se pudo entrar en %1</translation>
    </message>
    <message>
        <source>Disconnected from %1</source>
        <translation>Se te desconectó de %1</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Nuevo intento en %n s</numerusform>
            <numerusform>Nuevo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop trying to join this room</source>
        <translation>Dejar de intentar entrar en esta sala</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Unencrypted connections are allowed: anyone along the way could read or change what is said.</source>
        <translation>Se permiten conexiones sin cifrar: cualquiera en el trayecto podría leer o modificar lo que se dice.</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Emote: %1</source>
        <translation>Gesto: %1</translation>
    </message>
    <message>
        <source>play gesture reaction animation</source>
        <translation>emote hacer gesto reacción animación</translation>
    </message>
    <message>
        <source>Check my sound</source>
        <translation>Probar mi sonido</translation>
    </message>
    <message>
        <source>test microphone speakers loudspeaker audio echo headset headphones</source>
        <translation>comprobar micrófono altavoces altavoz audio eco auriculares cascos prueba</translation>
    </message>
    <message>
        <source>Settings: you</source>
        <translation>Ajustes: tú</translation>
    </message>
    <message>
        <source>name colour color identity key account profile guest</source>
        <translation>nombre color identidad clave cuenta perfil invitado</translation>
    </message>
    <message>
        <source>Settings: appearance</source>
        <translation>Ajustes: apariencia</translation>
    </message>
    <message>
        <source>look theme colours colors dark mode text size font motion animations language</source>
        <translation>aspecto tema colores modo oscuro texto tamaño letra movimiento animaciones idioma</translation>
    </message>
    <message>
        <source>Settings: sound</source>
        <translation>Ajustes: sonido</translation>
    </message>
    <message>
        <source>voice microphone speakers loudspeaker volume audio devices push to talk key activation noise echo cues</source>
        <translation>voz micrófono altavoces altavoz volumen audio dispositivos pulsar tecla para hablar activación ruido eco avisos</translation>
    </message>
    <message>
        <source>Settings: places</source>
        <translation>Ajustes: lugares</translation>
    </message>
    <message>
        <source>rooms realms recent history encryption unencrypted privacy</source>
        <translation>salas realms reinos recientes historial cifrado sin cifrar privacidad</translation>
    </message>
    <message>
        <source>Settings: chat</source>
        <translation>Ajustes: chat</translation>
    </message>
    <message>
        <source>notes desktop notifications messages history keep save</source>
        <translation>avisos notas notificaciones de escritorio mensajes historial guardar</translation>
    </message>
    <message>
        <source>Settings: map</source>
        <translation>Ajustes: mapa</translation>
    </message>
    <message>
        <source>atlas ground pictures images server</source>
        <translation>atlas suelo imágenes servidor</translation>
    </message>
    <message>
        <source>Delete chat history...</source>
        <translation>Borrar el historial del chat...</translation>
    </message>
    <message>
        <source>erase clear remove kept saved messages forget privacy</source>
        <translation>eliminar vaciar limpiar mensajes guardados olvidar privacidad</translation>
    </message>
    <message>
        <source>Theme: system default</source>
        <translation>Tema: predeterminado del sistema</translation>
    </message>
    <message>
        <source>appearance colours colors mode automatic</source>
        <translation>apariencia colores modo automático como el sistema</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Tema: claro</translation>
    </message>
    <message>
        <source>appearance colours colors mode day bright white</source>
        <translation>apariencia colores modo día luz blanco</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Tema: oscuro</translation>
    </message>
    <message>
        <source>appearance colours colors mode night black</source>
        <translation>apariencia colores modo noche negro</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>Tema: alto contraste</translation>
    </message>
    <message>
        <source>appearance colours colors mode accessibility yellow</source>
        <translation>apariencia colores modo accesibilidad amarillo</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quieres hacer?</translation>
    </message>
    <message>
        <source>No matching commands</source>
        <translation>Ningún comando coincide</translation>
    </message>
    <message>
        <source>Commands, places and people</source>
        <translation>Comandos, lugares y gente</translation>
    </message>
</context>
<context>
    <name>PaletteRow</name>
    <message>
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
</context>
<context>
    <name>ParcelPopup</name>
    <message>
        <source>Show parcel</source>
        <translation>Mostrar parcela</translation>
    </message>
    <message>
        <source>Parcel, e.g. 12, -7</source>
        <translation>Parcela, p. ej., 12, -7</translation>
    </message>
</context>
<context>
    <name>PeerControls</name>
    <message>
        <source>Volume %1 %</source>
        <translation>Volumen %1 %</translation>
    </message>
    <message>
        <source>Volume of this person</source>
        <translation>Volumen de esta persona</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Block: hide voice, chat and emotes</source>
        <translation>Bloquear: ocultar voz, chat y gestos</translation>
    </message>
</context>
<context>
    <name>PeopleHeader</name>
    <message>
        <source>People %1</source>
        <translation>Gente %1</translation>
    </message>
    <message>
        <source>Search by name, address or status, such as muted or talking</source>
        <translation>Buscar por nombre, dirección o estado, como silenciada o hablando</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Sort people</source>
        <translation>Ordenar la gente</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Cercanía</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Play an emote (Ctrl+E)</source>
        <translation>Hacer un gesto (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Nobody else is here.</source>
        <translation>No hay nadie más aquí.</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Join a room to see who&apos;s there.</source>
        <translation>Entra en una sala para ver quién hay.</translation>
    </message>
    <message>
        <source>Enter shows details, Ctrl+Shift+M mutes, Ctrl+Shift+I blocks, letters search</source>
        <translation>Intro muestra los detalles, Ctrl+Shift+M silencia, Ctrl+Shift+I bloquea, las letras buscan</translation>
    </message>
    <message>
        <source>Reconnecting...</source>
        <translation>Reconectando...</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>About %1</source>
        <translation>Acerca de %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy full address</source>
        <translation>Copiar la dirección completa</translation>
    </message>
    <message>
        <source>Emote: %1</source>
        <translation>Gesto: %1</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Details and volume (Enter)</source>
        <translation>Detalles y volumen (Intro)</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Room address</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Recent places</source>
        <translation>Lugares recientes</translation>
    </message>
    <message>
        <source>Show realms</source>
        <translation>Mostrar realms</translation>
    </message>
    <message>
        <source>Show realms and how many people are in each</source>
        <translation>Mostrar realms y cuánta gente hay en cada uno</translation>
    </message>
</context>
<context>
    <name>PlacesPopup</name>
    <message>
        <source>Demo room</source>
        <translation>Sala de demostración</translation>
    </message>
    <message>
        <source>Try the demo room, with simulated people</source>
        <translation>Probar la sala de demostración, con gente simulada</translation>
    </message>
    <message>
        <source>Show realms</source>
        <translation>Mostrar realms</translation>
    </message>
    <message>
        <source>Show realms and how many people are in each</source>
        <translation>Mostrar realms y cuánta gente hay en cada uno</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <extracomment>LTR, or RTL for a language that is written from right to left</extracomment>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <extracomment>a key</extracomment>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>a key</extracomment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>a key</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>a key</extracomment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>a key</extracomment>
        <translation>Fin</translation>
    </message>
</context>
<context>
    <name>RecentPlaces</name>
    <message>
        <source>%1 at %2</source>
        <comment>a room and its server</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>a simulated room</source>
        <translation>una sala simulada</translation>
    </message>
    <message>
        <source>an offline room</source>
        <translation>una sala sin conexión</translation>
    </message>
</context>
<context>
    <name>RoomMap</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk with W, A, S, D or the arrow keys, hold Shift to run, hold %1 to talk</source>
        <translation>Camina con W, A, S, D o las flechas, mantén Mayús para correr, mantén %1 para hablar</translation>
    </message>
    <message numerus="yes">
        <source>; %n people in view</source>
        <translation>
            <numerusform>; %n persona a la vista</numerusform>
            <numerusform>; %n personas a la vista</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomState</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Round trip to the server: %1 ms</source>
        <translation>Ida y vuelta al servidor: %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) are here</source>
        <translation>
            <numerusform>Hay %n persona más</numerusform>
            <numerusform>Hay %n personas más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Identified as %1.</source>
        <translation>Te identificas como %1.</translation>
    </message>
    <message>
        <source>%1 sent %2 bytes that aren&apos;t an archipelago packet. It isn&apos;t an archipelago server, or it is faulty.</source>
        <translation>%1 envió %2 bytes que no son un paquete de archipelago. No es un servidor de archipelago, o funciona mal.</translation>
    </message>
    <message>
        <source>The archipelago disconnected you: this identity joined from another window or device, or is banned.</source>
        <translation>El archipelago te desconectó: esta identidad entró desde otra ventana o dispositivo, o está vetada.</translation>
    </message>
    <message>
        <source>%1 sent text instead of an archipelago packet. It isn&apos;t an archipelago server.</source>
        <translation>%1 envió texto en vez de un paquete de archipelago. No es un servidor de archipelago.</translation>
    </message>
    <message>
        <source>Signed with the ephemeral key.</source>
        <translation>Firmado con la clave efímera.</translation>
    </message>
    <message>
        <source>Let in; waiting for an island.</source>
        <translation>Acceso concedido; a la espera de una isla.</translation>
    </message>
    <message>
        <source>Moved to island %1 with %2 people.</source>
        <translation>Cambio a la isla %1, con %2 personas.</translation>
    </message>
    <message>
        <source>The archipelago assigned you to an island that Islet can&apos;t connect to: %1</source>
        <translation>El archipelago te asignó una isla a la que Islet no puede conectar: %1</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to island %1: %2</source>
        <translation>No se pudo conectar con la isla %1: %2</translation>
    </message>
    <message>
        <source>%1 accepted the connection but didn&apos;t ask for a signature. It may not be an archipelago server.</source>
        <translation>%1 aceptó la conexión pero no pidió una firma. Puede que no sea un servidor de archipelago.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t confirm the signature in time. Try again.</source>
        <translation>%1 no confirmó la firma a tiempo. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 couldn&apos;t read Islet&apos;s message. It may use another version of the protocol.</source>
        <translation>%1 no pudo leer el mensaje de Islet. Puede que use otra versión del protocolo.</translation>
    </message>
    <message>
        <source>Not sent: you&apos;re not in a room.</source>
        <translation>No se envió: no estás en una sala.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t an emote. Use a name such as wave, or a URN.</source>
        <translation>%1 no es un gesto. Usa un nombre, como wave, o un URN.</translation>
    </message>
    <message>
        <source>A scene message needs a scene ID and text.</source>
        <translation>Un mensaje de escena necesita el ID de la escena y un texto.</translation>
    </message>
    <message>
        <source>You left.</source>
        <translation>Saliste.</translation>
    </message>
    <message>
        <source>%1 answered, but it isn&apos;t a WebSocket server. Check the address.</source>
        <translation>%1 respondió, pero no es un servidor WebSocket. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued for another name; someone else may be answering. Check the address; nothing was sent.</source>
        <translation>El certificado de %1 se emitió para otro nombre; puede que responda otra persona. Comprueba la dirección; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Its owner must renew it, or this computer&apos;s clock is wrong; nothing was sent.</source>
        <translation>El certificado de %1 ha caducado. Su dueño debe renovarlo, o el reloj de este equipo va mal; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 isn&apos;t valid yet. Check this computer&apos;s clock; nothing was sent.</source>
        <translation>El certificado de %1 aún no es válido. Comprueba el reloj de este equipo; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 isn&apos;t valid (%2); nothing was sent.</source>
        <translation>El certificado de %1 no es válido (%2); no se envió nada.</translation>
    </message>
    <message>
        <source>Couldn&apos;t establish a secure connection to %1: %2. Unencrypted addresses begin with %3.</source>
        <translation>No se pudo establecer una conexión segura con %1: %2. Las direcciones sin cifrar empiezan por %3.</translation>
    </message>
    <message>
        <source>Nothing is listening at %1. Check the address, or start the server.</source>
        <translation>No hay ningún servidor en %1. Comprueba la dirección o inicia el servidor.</translation>
    </message>
    <message>
        <source>Couldn&apos;t find the host %1. Check the address.</source>
        <translation>No se encontró el servidor %1. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>Couldn&apos;t reach %1: %2.</source>
        <translation>No se pudo conectar con %1: %2.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a realm or login address: enter a host and path, such as https://peer.example.org.</source>
        <translation>%1 no es la dirección de un realm ni de un acceso: escribe servidor y ruta, como https://peer.example.org.</translation>
    </message>
    <message>
        <source>The address can&apos;t contain a user name or password. Remove the part before the @.</source>
        <translation>La dirección no puede llevar usuario ni contraseña. Quita la parte anterior a la @.</translation>
    </message>
    <message>
        <source>for example ws-room:wss://host/rooms/name</source>
        <translation>por ejemplo, ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>The connection string is empty. Use protocol:address, %1.</source>
        <translation>La dirección de conexión está vacía. Usa protocolo:dirección, %1.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a connection string: it has no colon. Use protocol:address, %2.</source>
        <translation>%1 no es una dirección de conexión: no tiene dos puntos. Usa protocolo:dirección, %2.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a connection string: %2, before the colon, isn&apos;t a protocol name (a letter, then letters, digits and dashes).</source>
        <translation>%1 no es una dirección de conexión: %2, antes de los dos puntos, no es un nombre de protocolo (una letra y luego letras, cifras y guiones).</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a room link. A room link is dcl-comms: followed by an address.</source>
        <translation>%1 no es un enlace a una sala. Un enlace a una sala es dcl-comms: seguido de una dirección.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a room address: it must begin with ws:// or wss://.</source>
        <translation>%1 no es la dirección de una sala: debe empezar por ws:// o wss://.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a room address: enter a host and path, such as wss://host/rooms/name.</source>
        <translation>%1 no es la dirección de una sala: escribe servidor y ruta, como wss://servidor/rooms/nombre.</translation>
    </message>
    <message>
        <source>A room address can&apos;t contain a user name or password. Remove the part before the @.</source>
        <translation>La dirección de una sala no puede llevar usuario ni contraseña. Quita la parte anterior a la @.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer. Check the address and the network.</source>
        <translation>%1 no respondió. Comprueba la dirección y la red.</translation>
    </message>
    <message>
        <source>Found the address of %1.</source>
        <translation>Se encontró la dirección de %1.</translation>
    </message>
    <message>
        <source>%1 port %2 accepted the connection.</source>
        <translation>%1, puerto %2, aceptó la conexión.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is valid.</source>
        <translation>%1 con %2; el certificado es válido.</translation>
    </message>
    <message>
        <source>WebSocket open; the server chose no subprotocol.</source>
        <translation>WebSocket abierto; el servidor no eligió subprotocolo.</translation>
    </message>
    <message>
        <source>WebSocket open with subprotocol %1.</source>
        <translation>WebSocket abierto con el subprotocolo %1.</translation>
    </message>
    <message>
        <source>%1 stopped reading what Islet sends; the connection was closed.</source>
        <translation>%1 dejó de leer lo que envía Islet; se cerró la conexión.</translation>
    </message>
    <message>
        <source>%1 stopped responding; the connection was lost.</source>
        <translation>%1 dejó de responder; se perdió la conexión.</translation>
    </message>
    <message>
        <source>%1 sent a message larger than %2 bytes, the most that Islet accepts.</source>
        <translation>%1 envió un mensaje de más de %2 bytes, lo máximo que acepta Islet.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Se perdió la conexión con %1.</translation>
    </message>
    <message>
        <source>Nothing is listening at %1. Check the address, or try again later.</source>
        <translation>No hay ningún servidor en %1. Comprueba la dirección o vuelve a intentarlo más tarde.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t answer in time. Check the address and the network, or try again later.</source>
        <translation>%1 no respondió a tiempo. Comprueba la dirección y la red o vuelve a intentarlo más tarde.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer. Try again.</source>
        <translation>%1 cerró la conexión a mitad de la respuesta. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes, the most that Islet reads. Check the address.</source>
        <translation>%1 respondió con más de %2 bytes, lo máximo que lee Islet. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 answered, but it isn&apos;t a web server. Check the address.</source>
        <translation>%1 respondió, pero no es un servidor web. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 redirects to %2, and Islet doesn&apos;t follow redirects. If you trust that address, enter it instead.</source>
        <translation>%1 redirige a %2, e Islet no sigue redirecciones. Si confías en esa dirección, escríbela en su lugar.</translation>
    </message>
    <message>
        <source>The connection to %1 isn&apos;t encrypted: anyone along the way could read or change it. Use %2, or allow unencrypted connections.</source>
        <translation>La conexión con %1 no está cifrada: cualquiera en el trayecto podría leerla o modificarla. Usa %2 o permite conexiones sin cifrar.</translation>
    </message>
    <message>
        <source>Nothing to send: the message is empty.</source>
        <translation>No hay nada que enviar: el mensaje está vacío.</translation>
    </message>
    <message>
        <source>The message is too long by %1 bytes (the limit is %2). Split it in two.</source>
        <translation>Al mensaje le sobran %1 bytes (el límite es %2). Divídelo en dos.</translation>
    </message>
    <message>
        <source>This position is out of range: x and z must be from -100000 to 100000 m, y from -1000 to 10000 m.</source>
        <translation>Esta posición está fuera de los límites: x, z: de -100000 a 100000 m; y: de -1000 a 10000 m.</translation>
    </message>
    <message>
        <source>The name is empty. Enter at least one visible character.</source>
        <translation>El nombre está vacío. Escribe al menos un carácter visible.</translation>
    </message>
    <message>
        <source>The name is too long by %1 (the limit is %2 characters).</source>
        <translation>Al nombre le sobran %1 (el límite es de %2 caracteres).</translation>
    </message>
    <message>
        <source>The profile wasn&apos;t requested: you&apos;re not in a room.</source>
        <translation>No se pidió el perfil: no estás en una sala.</translation>
    </message>
    <message>
        <source>%1 answered with a web page, not a realm description. Check the address.</source>
        <translation>%1 respondió con una página web, no con la descripción de un realm. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 answered with something other than a realm description. Check the address.</source>
        <translation>%1 respondió con algo que no es la descripción de un realm. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>Realm %1 uses comms that Islet can&apos;t connect to: %2</source>
        <translation>El realm %1 usa unas comms a las que Islet no puede conectar: %2</translation>
    </message>
    <message>
        <source>Asked %1 for the address of its comms.</source>
        <translation>Se pidió a %1 la dirección de sus comms.</translation>
    </message>
    <message>
        <source>Realm %1 isn&apos;t accepting visitors right now; it is full or closing. Try again later.</source>
        <translation>El realm %1 no acepta visitantes en este momento; está lleno o cerrando. Vuelve a intentarlo más tarde.</translation>
    </message>
    <message>
        <source>Realm %1 reports a problem. Try again later.</source>
        <translation>El realm %1 avisa de un problema. Vuelve a intentarlo más tarde.</translation>
    </message>
    <message>
        <source>The address of its comms is %1.</source>
        <translation>La dirección de sus comms es %1.</translation>
    </message>
    <message>
        <source>It has no comms: you won&apos;t meet anyone there.</source>
        <translation>No tiene comms: ahí no encontrarás a nadie.</translation>
    </message>
    <message>
        <source>Couldn&apos;t join realm %1: %2</source>
        <translation>No se pudo entrar en el realm %1: %2</translation>
    </message>
    <message>
        <source>Not sent: you&apos;re between two rooms. Try again.</source>
        <translation>No se envió: estás entre dos salas. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 leads to this computer. Remote servers aren&apos;t allowed to send you there.</source>
        <translation>%1 lleva a este equipo. Los servidores remotos no pueden enviarte ahí.</translation>
    </message>
    <message>
        <source>Sent %1 a signed request to join as %2.</source>
        <translation>Se envió a %1 una solicitud firmada para entrar como %2.</translation>
    </message>
    <message>
        <source>%1 let you in, but gave an address that Islet can&apos;t connect to: %2</source>
        <translation>%1 te dejó entrar, pero dio una dirección a la que Islet no puede conectar: %2</translation>
    </message>
    <message>
        <source>The simulator option %2 can&apos;t be %1: it takes %3.</source>
        <translation>La opción %2 del simulador no puede ser %1: acepta %3.</translation>
    </message>
    <message>
        <source>a %1 from %2 to %3%4</source>
        <translation>un %1 de %2 a %3%4</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>número entero</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>circle, wander or crowd</source>
        <translation>circle, wander o crowd</translation>
    </message>
    <message>
        <source>The simulator has no option %1; its options are peers, seed, speed, spread, walk, chat, talk, loss, latency, jitter and churn.</source>
        <translation>El simulador no tiene la opción %1; sus opciones son peers, seed, speed, spread, walk, chat, talk, loss, latency, jitter y churn.</translation>
    </message>
    <message>
        <source>The simulator option %1 is given twice; give it once.</source>
        <translation>La opción %1 del simulador está repetida; indícala una sola vez.</translation>
    </message>
    <message>
        <source>The addresses lead in a loop: %1 leads to %2 again.</source>
        <translation>Las direcciones forman un bucle: %1 lleva otra vez a %2.</translation>
    </message>
    <message>
        <source>Islet doesn&apos;t support %1 yet; it supports %2.</source>
        <translation>Islet aún no admite %1; admite %2.</translation>
    </message>
    <message>
        <source>Not sent: the message has %1 bytes, and a room accepts at most %2.</source>
        <translation>No se envió: el mensaje tiene %1 bytes, y una sala acepta como mucho %2.</translation>
    </message>
    <message>
        <source>Not sent: the room stopped responding.</source>
        <translation>No se envió: la sala dejó de responder.</translation>
    </message>
    <message>
        <source>%1 sent %2 bytes that aren&apos;t a ws-room packet. It isn&apos;t a room server, or it is faulty.</source>
        <translation>%1 envió %2 bytes que no son un paquete de ws-room. No es un servidor de salas, o funciona mal.</translation>
    </message>
    <message>
        <source>%1 reports %2 people in the room; Islet accepts at most %3.</source>
        <translation>%1 indica que hay %2 personas en la sala; Islet acepta como mucho %3.</translation>
    </message>
    <message>
        <source>%1 sent text instead of a ws-room packet. It isn&apos;t a room server.</source>
        <translation>%1 envió texto en vez de un paquete de ws-room. No es un servidor de salas.</translation>
    </message>
    <message>
        <source>%1 accepted the connection but didn&apos;t ask for a signature. It may not be a room server.</source>
        <translation>%1 aceptó la conexión pero no pidió una firma. Puede que no sea un servidor de salas.</translation>
    </message>
    <message>
        <source>%1 closed the connection while checking the signature. A room does this when the clock is wrong, the key has expired or the address is banned. Check the time, or try again.</source>
        <translation>%1 cerró la conexión al comprobar la firma. Una sala lo hace cuando el reloj va mal, la clave ha caducado o la dirección está vetada. Comprueba la hora o vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t an address: an address is 0x followed by 40 hexadecimal digits.</source>
        <translation>%1 no es una dirección: una dirección es 0x seguido de 40 dígitos hexadecimales.</translation>
    </message>
    <message>
        <source>The identity is too large: it has %1 bytes (the limit is %2).</source>
        <translation>La identidad es demasiado grande: tiene %1 bytes (el límite es %2).</translation>
    </message>
    <message>
        <source>The identity isn&apos;t valid JSON: %1 at byte %2.</source>
        <translation>La identidad no es JSON válido: %1 en el byte %2.</translation>
    </message>
    <message>
        <source>The identity isn&apos;t a JSON object with ephemeralIdentity, expiration and authChain.</source>
        <translation>La identidad no es un objeto JSON con ephemeralIdentity, expiration y authChain.</translation>
    </message>
    <message>
        <source>The identity has no ephemeralIdentity with an address and a privateKey.</source>
        <translation>La identidad no tiene ephemeralIdentity con address y privateKey.</translation>
    </message>
    <message>
        <source>The identity&apos;s ephemeral key isn&apos;t valid: %1</source>
        <translation>La clave efímera de la identidad no es válida: %1</translation>
    </message>
    <message>
        <source>The identity&apos;s ephemeral key doesn&apos;t match its ephemeral address.</source>
        <translation>La clave efímera de la identidad no corresponde a su dirección efímera.</translation>
    </message>
    <message>
        <source>The identity&apos;s authChain isn&apos;t an array of links with type, payload and signature.</source>
        <translation>La authChain de la identidad no es una lista de eslabones con type, payload y signature.</translation>
    </message>
    <message>
        <source>The identity&apos;s authChain must have two links: SIGNER and ECDSA_EPHEMERAL.</source>
        <translation>La authChain de la identidad debe tener dos eslabones: SIGNER y ECDSA_EPHEMERAL.</translation>
    </message>
    <message>
        <source>The identity&apos;s expiration isn&apos;t an ISO 8601 time.</source>
        <translation>La caducidad de la identidad no es una hora ISO 8601.</translation>
    </message>
    <message>
        <source>The identity&apos;s expiration isn&apos;t the one its owner signed.</source>
        <translation>La caducidad de la identidad no es la que firmó su dueño.</translation>
    </message>
    <message>
        <source>The identity expired at %1. Sign in again where you got it, or set the clock.</source>
        <translation>La identidad caducó el %1. Vuelve a iniciar sesión donde la obtuviste, o pon el reloj en hora.</translation>
    </message>
    <message>
        <source>The first link of the identity&apos;s authChain doesn&apos;t contain its owner&apos;s address.</source>
        <translation>El primer eslabón de la authChain de la identidad no contiene la dirección de su dueño.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain doesn&apos;t delegate to a key with an expiration time.</source>
        <translation>El segundo eslabón de la authChain de la identidad no delega en una clave con caducidad.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain delegates to a key other than its ephemeralIdentity.</source>
        <translation>El segundo eslabón de la authChain de la identidad delega en una clave distinta de su ephemeralIdentity.</translation>
    </message>
    <message>
        <source>The second link of the identity&apos;s authChain isn&apos;t signed by its owner.</source>
        <translation>El segundo eslabón de la authChain de la identidad no está firmado por su dueño.</translation>
    </message>
    <message>
        <source>The server asked for a signature of %1, which isn&apos;t a challenge. Nothing was signed.</source>
        <translation>El servidor pidió firmar %1, que no es un reto. No se firmó nada.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t a valid file name for an identity.</source>
        <translation>%1 no es un nombre de archivo válido para una identidad.</translation>
    </message>
    <message>
        <source>Couldn&apos;t create the folder %1 for identities, or make it private. Check who owns it.</source>
        <translation>No se pudo crear la carpeta %1 para las identidades ni hacerla privada. Comprueba a quién pertenece.</translation>
    </message>
    <message>
        <source>The file %1 doesn&apos;t exist.</source>
        <translation>El archivo %1 no existe.</translation>
    </message>
    <message>
        <source>Others can write to the folder %1. Make it private (chmod 700), and check that its files are still yours.</source>
        <translation>Otros pueden escribir en la carpeta %1. Hazla privada (chmod 700) y comprueba que sus archivos sigan siendo tuyos.</translation>
    </message>
    <message>
        <source>Couldn&apos;t read the file %1: %2.</source>
        <translation>No se pudo leer el archivo %1: %2.</translation>
    </message>
    <message>
        <source>Others can read the file %1. Make it private (chmod 600), or use another identity, as someone may have copied this one.</source>
        <translation>Otros pueden leer el archivo %1. Hazlo privado (chmod 600) o usa otra identidad, pues alguien puede haber copiado esta.</translation>
    </message>
    <message>
        <source>The file %1 isn&apos;t an identity: it has more than %2 bytes.</source>
        <translation>El archivo %1 no es una identidad: tiene más de %2 bytes.</translation>
    </message>
    <message>
        <source>Couldn&apos;t write the file %1: %2.</source>
        <translation>No se pudo escribir el archivo %1: %2.</translation>
    </message>
    <message>
        <source>Couldn&apos;t delete the file %1: %2.</source>
        <translation>No se pudo borrar el archivo %1: %2.</translation>
    </message>
    <message>
        <source>A name must have 1 to %1 characters; this one has %2.</source>
        <translation>Un nombre debe tener de 1 a %1 caracteres; este tiene %2.</translation>
    </message>
    <message>
        <source>The name %1 contains an invisible character. Choose another name.</source>
        <translation>El nombre %1 contiene un carácter invisible. Elige otro nombre.</translation>
    </message>
    <message>
        <source>There is no identity named %1.</source>
        <translation>No hay ninguna identidad llamada %1.</translation>
    </message>
    <message>
        <source>Couldn&apos;t save the list of identities in the settings %1. Check whether the disk is full.</source>
        <translation>No se pudo guardar la lista de identidades en los ajustes %1. Comprueba si el disco está lleno.</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>el llavero</translation>
    </message>
    <message>
        <source>identities folder</source>
        <translation>la carpeta de identidades</translation>
    </message>
    <message>
        <source>The key of %1 is no longer in the %2. Import it from a backup under another name, or remove the identity.</source>
        <translation>La clave de %1 ya no está en %2. Impórtala de una copia de seguridad con otro nombre o elimina la identidad.</translation>
    </message>
    <message>
        <source>The identity %1 is saved, but can&apos;t be used right now: %2</source>
        <translation>La identidad %1 está guardada, pero no se puede usar en este momento: %2</translation>
    </message>
    <message>
        <source>Couldn&apos;t create the backup %1: %2. Choose a file name that doesn&apos;t exist yet.</source>
        <translation>No se pudo crear la copia de seguridad %1: %2. Elige un nombre de archivo que aún no exista.</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>no tiene nombre</translation>
    </message>
    <message>
        <source>Couldn&apos;t write the backup %1: %2.</source>
        <translation>No se pudo escribir la copia de seguridad %1: %2.</translation>
    </message>
    <message>
        <source>An identity named %1 already exists. Choose another name, or remove that one first.</source>
        <translation>Ya existe una identidad llamada %1. Elige otro nombre o elimina antes esa.</translation>
    </message>
    <message>
        <source>There are already %1 identities, the most that Islet saves. Remove one first.</source>
        <translation>Ya hay %1 identidades, el máximo que guarda Islet. Elimina antes una.</translation>
    </message>
    <message>
        <source>The identity %1 wasn&apos;t saved: %2</source>
        <translation>La identidad %1 no se guardó: %2</translation>
    </message>
    <message>
        <source>The key in the %1 for %2 belongs to someone else. Remove the identity, and import a backup.</source>
        <translation>La clave de %2 que hay en %1 es de otra persona. Elimina la identidad e importa una copia de seguridad.</translation>
    </message>
    <message>
        <source>%1 wasn&apos;t removed: %2</source>
        <translation>%1 no se eliminó: %2</translation>
    </message>
    <message>
        <source>An identity named %1 already exists.</source>
        <translation>Ya existe una identidad llamada %1.</translation>
    </message>
    <message>
        <source>The desktop keychain doesn&apos;t contain it.</source>
        <translation>El llavero del escritorio no la contiene.</translation>
    </message>
    <message>
        <source>The desktop keychain denied access. Unlock it, and allow Islet to use it.</source>
        <translation>El llavero del escritorio denegó el acceso. Desbloquéalo y permite que Islet lo use.</translation>
    </message>
    <message>
        <source>This desktop has no keychain.</source>
        <translation>Este escritorio no tiene llavero.</translation>
    </message>
    <message>
        <source>The desktop keychain failed: %1.</source>
        <translation>El llavero del escritorio falló: %1.</translation>
    </message>
    <message>
        <source>The desktop keychain isn&apos;t responding. Unlock it, and try again.</source>
        <translation>El llavero del escritorio no responde. Desbloquéalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The keychain entry is too large for an identity.</source>
        <translation>La entrada del llavero es demasiado grande para una identidad.</translation>
    </message>
    <message>
        <source>A private key is 64 hexadecimal digits. This text has %1 characters, or some that aren&apos;t hexadecimal digits.</source>
        <translation>Una clave privada son 64 dígitos hexadecimales. Este texto tiene %1 caracteres, o algunos que no son dígitos hexadecimales.</translation>
    </message>
    <message>
        <source>This number isn&apos;t a valid private key: it is zero or too large.</source>
        <translation>Este número no es una clave privada válida: es cero o demasiado grande.</translation>
    </message>
    <message>
        <source>Couldn&apos;t read the key file %1: %2.</source>
        <translation>No se pudo leer el archivo de clave %1: %2.</translation>
    </message>
    <message>
        <source>In the key file %1: %2</source>
        <translation>En el archivo de clave %1: %2</translation>
    </message>
    <message>
        <source>The chat history file is damaged.</source>
        <translation>El archivo del historial del chat está dañado.</translation>
    </message>
    <message>
        <source>This identity&apos;s chat history is open in another window, so this window doesn&apos;t save it.</source>
        <translation>El historial del chat de esta identidad está abierto en otra ventana, así que esta no lo guarda.</translation>
    </message>
    <message>
        <source>%1: %2. Check whether the disk is full.</source>
        <translation>%1: %2. Comprueba si el disco está lleno.</translation>
    </message>
    <message>
        <source>Couldn&apos;t use the chat history file</source>
        <translation>No se pudo usar el archivo del historial del chat</translation>
    </message>
    <message>
        <source>Couldn&apos;t read the chat history file</source>
        <translation>No se pudo leer el archivo del historial del chat</translation>
    </message>
    <message>
        <source>Couldn&apos;t create the chat history file %1. Check who owns its folder.</source>
        <translation>No se pudo crear el archivo %1 del historial del chat. Comprueba de quién es su carpeta.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing, so the chat isn&apos;t saved. Install libqt6sql6-sqlite.</source>
        <translation>Falta el controlador SQLite de Qt, así que el chat no se guarda. Instala libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>Couldn&apos;t open the chat history file</source>
        <translation>No se pudo abrir el archivo del historial del chat</translation>
    </message>
    <message>
        <source>The chat history is from a newer version of Islet. Update Islet to save this chat.</source>
        <translation>El historial del chat es de una versión más reciente de Islet. Actualiza Islet para guardar este chat.</translation>
    </message>
    <message>
        <source>The chat history file has invalid message numbers.</source>
        <translation>El archivo del historial del chat tiene números de mensaje no válidos.</translation>
    </message>
    <message>
        <source>Couldn&apos;t save the chat</source>
        <translation>No se pudo guardar el chat</translation>
    </message>
    <message>
        <source>Couldn&apos;t read the chat history</source>
        <translation>No se pudo leer el historial del chat</translation>
    </message>
    <message>
        <source>Couldn&apos;t search the chat history</source>
        <translation>No se pudo buscar en el historial del chat</translation>
    </message>
    <message>
        <source>The address is too long: it has %1 characters (the limit is %2).</source>
        <translation>La dirección es demasiado larga: tiene %1 caracteres (el límite es %2).</translation>
    </message>
    <message>
        <source>Enter a world name (name.dcl.eth), a realm (https://...) or a room (ws-room:wss://...).</source>
        <translation>Escribe el nombre de un mundo (nombre.dcl.eth), un realm (https://...) o una sala (ws-room:wss://...).</translation>
    </message>
    <message>
        <source>The address is empty. %1</source>
        <translation>La dirección está vacía. %1</translation>
    </message>
    <message>
        <source>There is no room named %1. %2</source>
        <translation>No hay ninguna sala llamada %1. %2</translation>
    </message>
    <message>
        <source>%1 accepted the connection and closed it at once. It may not be a room server.</source>
        <translation>%1 aceptó la conexión y la cerró enseguida. Puede que no sea un servidor de salas.</translation>
    </message>
    <message>
        <source>%1 accepted the connection and closed it at once. It may not be a room server, or it may accept only unencrypted connections (ws://).</source>
        <translation>%1 aceptó la conexión y la cerró enseguida. Puede que no sea un servidor de salas o que solo acepte conexiones sin cifrar (ws://).</translation>
    </message>
    <message>
        <source>%1 closed the connection without answering. Try again.</source>
        <translation>%1 cerró la conexión sin responder. Vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 closed the connection without answering. It may accept only unencrypted connections (http://).</source>
        <translation>%1 cerró la conexión sin responder. Puede que solo acepte conexiones sin cifrar (http://).</translation>
    </message>
    <message>
        <source>The certificate of %1 isn&apos;t valid; nothing was sent.</source>
        <translation>El certificado de %1 no es válido; no se envió nada.</translation>
    </message>
    <message>
        <source>The certificate of %1 isn&apos;t trusted by this system. If it is your own, install its certificate authority on this system; nothing was sent.</source>
        <translation>Este sistema no confía en el certificado de %1. Si es tuyo, instala su autoridad de certificación en el sistema; no se envió nada.</translation>
    </message>
    <message>
        <source>%1 sent something other than a challenge. It isn&apos;t a room server, or it is faulty.</source>
        <translation>%1 envió algo que no es un reto. No es un servidor de salas, o funciona mal.</translation>
    </message>
    <message>
        <source>%1 sent something other than a welcome. It isn&apos;t a room server, or it is faulty.</source>
        <translation>%1 envió algo que no es una bienvenida. No es un servidor de salas, o funciona mal.</translation>
    </message>
    <message>
        <source>%1 sent something other than a challenge. It isn&apos;t an archipelago server, or it is faulty.</source>
        <translation>%1 envió algo que no es un reto. No es un servidor de archipelago, o funciona mal.</translation>
    </message>
    <message>
        <source>%1 sent something other than a welcome. It isn&apos;t an archipelago server, or it is faulty.</source>
        <translation>%1 envió algo que no es una bienvenida. No es un servidor de archipelago, o funciona mal.</translation>
    </message>
    <message>
        <source>%1 closed the connection instead of asking for a signature. An archipelago does this when the address is banned, the key has expired or the clock is wrong. Check the time, or try again.</source>
        <translation>%1 cerró la conexión en lugar de pedir una firma. Un archipelago lo hace cuando la dirección está vetada, la clave ha caducado o el reloj va mal. Comprueba la hora o vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 closed the connection while checking the signature. An archipelago does this when the address is banned, the key has expired or the clock is wrong. Check the time, or try again.</source>
        <translation>%1 cerró la conexión al comprobar la firma. Un archipelago lo hace cuando la dirección está vetada, la clave ha caducado o el reloj va mal. Comprueba la hora o vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>%1 closed the connection before asking for a signature. It may refuse this address, or Islet took longer than the one second that room servers allow.</source>
        <translation>%1 cerró la conexión antes de pedir una firma. Puede que rechace esta dirección o que Islet tardara más del segundo que permiten los servidores de salas.</translation>
    </message>
    <message>
        <source>The archipelago assigned you to island %1 but didn&apos;t say how to connect. It does this when an address is banned.</source>
        <translation>El archipelago te asignó la isla %1, pero no dijo cómo conectar. Lo hace cuando la dirección está vetada.</translation>
    </message>
    <message>
        <source>%1 denied access: %2.</source>
        <translation>%1 denegó el acceso: %2.</translation>
    </message>
    <message>
        <source>%1 answered with a web page (HTTP %2). It isn&apos;t a login server.</source>
        <translation>%1 respondió con una página web (HTTP %2). No es un servidor de acceso.</translation>
    </message>
    <message>
        <source>%1 denied access without giving a reason (HTTP %2).</source>
        <translation>%1 denegó el acceso sin dar un motivo (HTTP %2).</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 seconds slow. Set it, and try again.</source>
        <translation>El reloj de este equipo va %1 segundos atrasado. Ponlo en hora y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 seconds fast. Set it, and try again.</source>
        <translation>El reloj de este equipo va %1 segundos adelantado. Ponlo en hora y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Let in; no one else is there.</source>
        <translation>Acceso concedido; no hay nadie más.</translation>
    </message>
    <message>
        <source>Let in; one other person is there.</source>
        <translation>Acceso concedido; hay otra persona.</translation>
    </message>
    <message>
        <source>Let in; %1 others are there.</source>
        <translation>Acceso concedido; hay %1 personas más.</translation>
    </message>
    <message>
        <source>No signature was asked for, so no one&apos;s address is verified.</source>
        <translation>No se pidió firma, así que no se ha verificado la dirección de nadie.</translation>
    </message>
    <message>
        <source>The server asked for a signature.</source>
        <translation>El servidor pidió una firma.</translation>
    </message>
    <message>
        <source>The server asked for a signature. This address is already in a room there; its other connection will be closed.</source>
        <translation>El servidor pidió una firma. Esta dirección ya está en una sala de ahí; se cerrará su otra conexión.</translation>
    </message>
    <message>
        <source>The server asked for a signature. This address is already connected; its other connection will be closed.</source>
        <translation>El servidor pidió una firma. Esta dirección ya está conectada; se cerrará su otra conexión.</translation>
    </message>
    <message>
        <source>Only you can choose %1 addresses; %2 can&apos;t send you to one.</source>
        <translation>Solo tú puedes elegir direcciones %1; %2 no puede enviarte a una.</translation>
    </message>
    <message>
        <source>A link can&apos;t open %1 addresses. Enter the address yourself.</source>
        <translation>Un enlace no puede abrir direcciones %1. Escribe tú la dirección.</translation>
    </message>
    <message>
        <source>its response isn&apos;t a PNG image</source>
        <translation>su respuesta no es una imagen PNG</translation>
    </message>
    <message>
        <source>its image has %1 x %2 pixels instead of %3 x %4</source>
        <translation>su imagen tiene %1 x %2 píxeles en vez de %3 x %4</translation>
    </message>
    <message>
        <source>its image is damaged</source>
        <translation>su imagen está dañada</translation>
    </message>
    <message>
        <source>Couldn&apos;t reach %1 through the proxy %2. Check this computer&apos;s proxy settings.</source>
        <translation>No se pudo conectar con %1 a través del proxy %2. Comprueba la configuración del proxy de este equipo.</translation>
    </message>
    <message>
        <source>The part of Islet that makes web requests is missing or damaged. Reinstall Islet.</source>
        <translation>La parte de Islet que hace las solicitudes web falta o está dañada. Vuelve a instalar Islet.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2 instead of opening a WebSocket. Check the address.</source>
        <translation>%1 respondió con HTTP %2 en lugar de abrir un WebSocket. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2 instead of a realm description. Check the address.</source>
        <translation>%1 respondió con HTTP %2 en lugar de una descripción de realm. Comprueba la dirección.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t let you in: %2.</source>
        <translation>%1 no te dejó entrar: %2.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t let you in and gave no reason.</source>
        <translation>%1 no te dejó entrar y no dio ningún motivo.</translation>
    </message>
    <message>
        <source>The room disconnected you, probably because this identity joined from elsewhere. It says: %1.</source>
        <translation>La sala te desconectó, probablemente porque esta identidad entró desde otro sitio. Dice: %1.</translation>
    </message>
    <message>
        <source>The room disconnected you without giving a reason. This identity has probably joined from elsewhere.</source>
        <translation>La sala te desconectó sin dar ningún motivo. Probablemente esta identidad entró desde otro sitio.</translation>
    </message>
    <message>
        <source>It says: %1.</source>
        <translation>Dice: %1.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t let you in (HTTP %2).</source>
        <translation>%1 no te deja entrar (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 has no room at this address (HTTP %2). Check the path.</source>
        <translation>%1 no tiene ninguna sala en esta dirección (HTTP %2). Comprueba la ruta.</translation>
    </message>
    <message>
        <source>%1 gets too many requests (HTTP %2). Wait a moment, then try again.</source>
        <translation>%1 recibe demasiadas solicitudes (HTTP %2). Espera un momento e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>%1 can&apos;t open the room right now (HTTP %2). Try again later.</source>
        <translation>%1 no puede abrir la sala ahora mismo (HTTP %2). Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Realm %1 doesn&apos;t let you in (HTTP %2).</source>
        <translation>El realm %1 no te deja entrar (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 has no realm at this address (HTTP %2). Check its name.</source>
        <translation>%1 no tiene ningún realm en esta dirección (HTTP %2). Comprueba su nombre.</translation>
    </message>
    <message>
        <source>Realm %1 isn&apos;t available right now (HTTP %2). Try again later.</source>
        <translation>El realm %1 no está disponible ahora mismo (HTTP %2). Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>%1 has no login at this address (HTTP %2). Check it.</source>
        <translation>%1 no tiene ningún inicio de sesión en esta dirección (HTTP %2). Compruébala.</translation>
    </message>
    <message>
        <source>%1 can&apos;t log you in right now (HTTP %2). Try again later.</source>
        <translation>%1 no puede iniciar tu sesión ahora mismo (HTTP %2). Inténtalo más tarde.</translation>
    </message>
</context>
<context>
    <name>SettingsChat</name>
    <message>
        <source>In the background</source>
        <translation>En segundo plano</translation>
    </message>
    <message>
        <source>Show desktop notifications for new messages</source>
        <translation>Mostrar notificaciones de escritorio de los mensajes nuevos</translation>
    </message>
    <message>
        <source>Notifications show the message and its sender to anyone who can see the screen.</source>
        <translation>Las notificaciones muestran el mensaje y quién lo envía a cualquiera que pueda ver la pantalla.</translation>
    </message>
    <message>
        <source>Chat history</source>
        <translation>Historial del chat</translation>
    </message>
    <message>
        <source>Save messages</source>
        <translation>Guardar los mensajes</translation>
    </message>
    <message>
        <source>Messages stay on this computer, separately for each identity. Temporary guests are never saved.</source>
        <translation>Los mensajes se quedan en este equipo, por separado para cada identidad. Los de los invitados temporales nunca se guardan.</translation>
    </message>
    <message>
        <source>Delete all...</source>
        <translation>Borrar todo...</translation>
    </message>
    <message>
        <source>Delete all saved messages of all identities</source>
        <translation>Borrar todos los mensajes guardados de todas las identidades</translation>
    </message>
    <message>
        <source>Delete all saved messages of all identities? This can&apos;t be undone.</source>
        <translation>¿Borrar todos los mensajes guardados de todas las identidades? Esta acción no se puede deshacer.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep the saved messages</source>
        <translation>Conservar los mensajes guardados</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Delete all saved messages now</source>
        <translation>Borrar ahora todos los mensajes guardados</translation>
    </message>
</context>
<context>
    <name>SettingsFace</name>
    <message>
        <source>My colour</source>
        <translation>Mi color</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>Settings can&apos;t be saved: %1 isn&apos;t a writable folder.</source>
        <translation>No se pueden guardar los ajustes: %1 no es una carpeta en la que se pueda escribir.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be read. Changes won&apos;t be saved until you move or delete it.</source>
        <translation>El archivo de ajustes %1 no se puede leer. Los cambios no se guardarán hasta que lo muevas o lo borres.</translation>
    </message>
    <message>
        <source>The settings couldn&apos;t be read and were reset. The old ones are in %1.</source>
        <translation>Los ajustes no se pudieron leer y se restablecieron. Los anteriores están en %1.</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>Animaciones</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducidas</translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation>Tamaño del texto: %1 %</translation>
    </message>
    <message>
        <source>Text size, in percent</source>
        <translation>Tamaño del texto, en tanto por ciento</translation>
    </message>
</context>
<context>
    <name>SettingsMap</name>
    <message>
        <source>Ground</source>
        <translation>Suelo</translation>
    </message>
    <message>
        <source>Show images of the ground under the grid</source>
        <translation>Mostrar imágenes del suelo bajo la cuadrícula</translation>
    </message>
    <message>
        <source>The atlas server learns which part of the map you view. While this is off, nothing is requested.</source>
        <translation>El servidor de atlas sabe qué parte del mapa miras. Mientras esto esté desactivado, no se le pide nada.</translation>
    </message>
    <message>
        <source>Not shown with high contrast.</source>
        <translation>No se muestran con alto contraste.</translation>
    </message>
    <message>
        <source>Atlas server</source>
        <translation>Servidor de atlas</translation>
    </message>
    <message>
        <source>Atlas server address (empty for none)</source>
        <translation>Dirección del servidor de atlas (vacía: ninguno)</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Use Decentraland&apos;s atlas server</source>
        <translation>Usar el servidor de atlas de Decentraland</translation>
    </message>
    <message>
        <source>Delete saved images</source>
        <translation>Borrar las imágenes guardadas</translation>
    </message>
    <message>
        <source>Delete the images of the ground saved on this computer</source>
        <translation>Borrar las imágenes del suelo guardadas en este equipo</translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>SettingsPlaces</name>
    <message>
        <source>Realm list</source>
        <translation>Lista de realms</translation>
    </message>
    <message>
        <source>Realm list address</source>
        <translation>Dirección de la lista de realms</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Use Decentraland&apos;s realm list</source>
        <translation>Usar la lista de realms de Decentraland</translation>
    </message>
    <message>
        <source>Recent places</source>
        <translation>Lugares recientes</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) saved, most recent first.</source>
        <translation>
            <numerusform>%n lugar guardado.</numerusform>
            <numerusform>%n lugares guardados, el más reciente primero.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear recent places</source>
        <translation>Vaciar los lugares recientes</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
    <message>
        <source>Anyone along the way could read or change the data. Servers on this computer are always allowed.</source>
        <translation>Cualquiera en el trayecto podría leer o modificar los datos. Los servidores de este equipo siempre se permiten.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>SideTabBar</name>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>People and chat</source>
        <translation>Gente y chat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat (%1)</source>
        <translation>Chat (%1)</translation>
    </message>
</context>
<context>
    <name>SoundCueSettings</name>
    <message>
        <source>Notification sounds</source>
        <translation>Sonidos de notificación</translation>
    </message>
    <message>
        <source>Play notification sounds</source>
        <translation>Reproducir sonidos de notificación</translation>
    </message>
    <message>
        <source>Someone joins or leaves (rooms of up to 20 people)</source>
        <translation>Alguien entra o sale (salas de hasta 20 personas)</translation>
    </message>
    <message>
        <source>New message while I&apos;m not looking at the chat</source>
        <translation>Mensaje nuevo mientras no miro el chat</translation>
    </message>
    <message>
        <source>Push to talk turns the microphone on or off</source>
        <translation>Pulsar para hablar activa o desactiva el micrófono</translation>
    </message>
</context>
<context>
    <name>SpeechBars</name>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>You&apos;re %1: change name, colour or identity</source>
        <translation>Eres %1: cambia el nombre, el color o la identidad</translation>
    </message>
    <message>
        <source>You&apos;re %1</source>
        <translation>Eres %1</translation>
    </message>
    <message>
        <source>Parcel %1</source>
        <translation>Parcela %1</translation>
    </message>
</context>
<context>
    <name>VoiceBar</name>
    <message>
        <source>Talking: press to stop</source>
        <translation>Hablando: pulsa para parar</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablando</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Mantén para hablar</translation>
    </message>
    <message>
        <source>Hold to talk (%1); double-tap to keep it on</source>
        <translation>Mantén para hablar (%1); pulsa dos veces para dejarlo activado</translation>
    </message>
    <message>
        <source>Outgoing voice level</source>
        <translation>Nivel de la voz que envías</translation>
    </message>
    <message>
        <source>You&apos;re muted: no one can hear you.</source>
        <translation>Tu micrófono está silenciado: nadie te oye.</translation>
    </message>
    <message>
        <source>Not sending: the connection is congested.</source>
        <translation>No se envía nada: la conexión está congestionada.</translation>
    </message>
    <message>
        <source>You&apos;re listening to yourself.</source>
        <translation>Te estás escuchando.</translation>
    </message>
    <message>
        <source>You&apos;re live.</source>
        <translation>Estás transmitiendo.</translation>
    </message>
    <message>
        <source>You&apos;re deafened: you can&apos;t hear anyone.</source>
        <translation>Estás ensordecido: no oyes a nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n in earshot</source>
        <translation>
            <numerusform>%n al alcance del oído</numerusform>
            <numerusform>%n al alcance del oído</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Silenciado</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mute my microphone (Ctrl+M)</source>
        <translation>Silenciar mi micrófono (Ctrl+M)</translation>
    </message>
    <message>
        <source>Deafened</source>
        <translation>Ensordecido</translation>
    </message>
    <message>
        <source>Deafen</source>
        <translation>Ensordecer</translation>
    </message>
    <message>
        <source>Deafen: hear no one (Ctrl+D)</source>
        <translation>Ensordecer: no oír a nadie (Ctrl+D)</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Check my sound</source>
        <translation>Probar mi sonido</translation>
    </message>
    <message>
        <source>Microphone, speakers and push-to-talk key</source>
        <translation>Micrófono, altavoces y tecla para hablar</translation>
    </message>
</context>
<context>
    <name>VoiceDevices</name>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Say something. The bar moves if the microphone works.</source>
        <translation>Di algo. La barra se mueve si el micrófono funciona.</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Altavoces</translation>
    </message>
    <message>
        <source>Test speakers</source>
        <translation>Probar los altavoces</translation>
    </message>
    <message>
        <source>Play a short test sound</source>
        <translation>Reproducir un breve sonido de prueba</translation>
    </message>
    <message>
        <source>Microphone test</source>
        <translation>Prueba de micrófono</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Listen to myself</source>
        <translation>Escucharme</translation>
    </message>
    <message>
        <source>Play my voice back as others would hear it, without sending it to the room</source>
        <translation>Reproducir mi voz como la oirían los demás, sin enviarla a la sala</translation>
    </message>
    <message>
        <source>Simulated packet loss: %1 %</source>
        <translation>Pérdida de paquetes simulada: %1 %</translation>
    </message>
    <message>
        <source>Simulated packet loss, in percent</source>
        <translation>Pérdida de paquetes simulada, en tanto por ciento</translation>
    </message>
    <message>
        <source>Simulated jitter: up to %1 ms</source>
        <translation>Fluctuación simulada: hasta %1 ms</translation>
    </message>
    <message>
        <source>Simulated jitter, in milliseconds</source>
        <translation>Fluctuación simulada, en milisegundos</translation>
    </message>
</context>
<context>
    <name>VoiceHabits</name>
    <message>
        <source>Talking</source>
        <translation>Hablar</translation>
    </message>
    <message>
        <source>Press a key (Esc to cancel)</source>
        <translation>Pulsa una tecla (Esc para cancelar)</translation>
    </message>
    <message>
        <source>Hold %1</source>
        <translation>Mantén %1</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Cambiar...</translation>
    </message>
    <message>
        <source>Choose the push-to-talk key</source>
        <translation>Elegir la tecla para hablar</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset to T and Space</source>
        <translation>Restablecer a T y Espacio</translation>
    </message>
    <message>
        <source>Voice activation: transmit when I speak</source>
        <translation>Activación por voz: transmitir cuando hablo</translation>
    </message>
    <message>
        <source>Sensitivity: %1 dB above background noise</source>
        <translation>Sensibilidad: %1 dB por encima del ruido de fondo</translation>
    </message>
    <message>
        <source>Sensitivity, in decibels above background noise</source>
        <translation>Sensibilidad, en decibelios por encima del ruido de fondo</translation>
    </message>
    <message>
        <source>Voice processing</source>
        <translation>Procesamiento de voz</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Cancelación de eco</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Supresión de ruido</translation>
    </message>
    <message>
        <source>Automatic gain</source>
        <translation>Ganancia automática</translation>
    </message>
    <message>
        <source>Distance falloff</source>
        <translation>Atenuación con la distancia</translation>
    </message>
    <message>
        <source>Far: half the volume at twice the distance</source>
        <translation>Lejos: la mitad de volumen al doble de distancia</translation>
    </message>
    <message>
        <source>Near: only up to 16 m</source>
        <translation>Cerca: solo hasta 16 m</translation>
    </message>
    <message>
        <source>Off: everyone equally loud</source>
        <translation>Desactivada: todos al mismo volumen</translation>
    </message>
</context>
<context>
    <name>WelcomeSteps</name>
    <message>
        <source>Choose a name</source>
        <translation>Elige un nombre</translation>
    </message>
    <message>
        <source>Check your microphone</source>
        <translation>Comprueba tu micrófono</translation>
    </message>
    <message>
        <source>Choose a room</source>
        <translation>Elige una sala</translation>
    </message>
    <message>
        <source>Others see your name, your colour and your address, %1. No one else can have that address.</source>
        <translation>Los demás ven tu nombre, tu color y tu dirección, %1. Nadie más puede tener esa dirección.</translation>
    </message>
    <message>
        <source>Say something and watch the bar. In a room, others hear you only while you hold %1.</source>
        <translation>Di algo y mira la barra. En una sala, los demás solo te oyen mientras mantienes %1.</translation>
    </message>
    <message>
        <source>The map shows who is nearby. Walk with W, A, S and D. Press Ctrl+K for everything else.</source>
        <translation>El mapa muestra quién está cerca. Camina con W, A, S y D. Pulsa Ctrl+K para todo lo demás.</translation>
    </message>
    <message>
        <source>Step %1 of 3</source>
        <translation>Paso %1 de 3</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Echar un vistazo antes</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Omitir este paso</translation>
    </message>
    <message>
        <source>Don&apos;t join a room yet</source>
        <translation>No entrar aún en ninguna sala</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Try the demo room</source>
        <translation>Probar la sala de demostración</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Try the demo room, with simulated people</source>
        <translation>Probar la sala de demostración, con gente simulada</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Navigation</source>
        <translation>Navegación</translation>
    </message>
    <message>
        <source>Go to address...</source>
        <translation>Ir a una dirección...</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Try the demo room</source>
        <translation>Probar la sala de demostración</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Salir de la sala</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Detalles de la conexión</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Hold to talk; double-tap to keep it on</source>
        <translation>Mantén para hablar; pulsa dos veces para dejarlo activado</translation>
    </message>
    <message>
        <source>Mute/unmute microphone</source>
        <translation>Silenciar/dejar de silenciar el micrófono</translation>
    </message>
    <message>
        <source>Deafen/undeafen</source>
        <translation>Ensordecer/dejar de ensordecer</translation>
    </message>
    <message>
        <source>Chat and people</source>
        <translation>Chat y gente</translation>
    </message>
    <message>
        <source>Message everyone</source>
        <translation>Mensaje para todos</translation>
    </message>
    <message>
        <source>write send say chat</source>
        <translation>escribir enviar decir chat</translation>
    </message>
    <message>
        <source>Search chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Buscar gente</translation>
    </message>
    <message>
        <source>Play an emote</source>
        <translation>Hacer un gesto</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show/hide people and chat</source>
        <translation>Mostrar/ocultar gente y chat</translation>
    </message>
    <message>
        <source>Full screen on/off</source>
        <translation>Activar/desactivar pantalla completa</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Cerrar Islet</translation>
    </message>
    <message>
        <source>enter join room place url link connect</source>
        <translation>entrar sala lugar url enlace conectar</translation>
    </message>
    <message>
        <source>worlds rooms servers recent history</source>
        <translation>mundos salas servidores recientes historial</translation>
    </message>
    <message>
        <source>enter join embedded residents simulated local offline</source>
        <translation>entrar integrada residentes simulada local sin conexión</translation>
    </message>
    <message>
        <source>reconnect rejoin retry connect</source>
        <translation>reconectar conectar volver otra vez</translation>
    </message>
    <message>
        <source>exit disconnect go away</source>
        <translation>desconectar irse marcharse</translation>
    </message>
    <message>
        <source>handshake steps log diagnostics</source>
        <translation>registro pasos handshake diagnóstico</translation>
    </message>
    <message>
        <source>mic silence my voice</source>
        <translation>activar desactivar micro silencio mi voz</translation>
    </message>
    <message>
        <source>hear nobody no one everyone mute all sound volume silence</source>
        <translation>oír a nadie a todos silenciar todo sonido volumen silencio</translation>
    </message>
    <message>
        <source>find messages history</source>
        <translation>encontrar mensajes historial</translation>
    </message>
    <message>
        <source>find someone person name list</source>
        <translation>encontrar a alguien persona nombre lista</translation>
    </message>
    <message>
        <source>emotes gestures reactions wave dance clap</source>
        <translation>emotes gestos reacciones saludar bailar aplaudir</translation>
    </message>
    <message>
        <source>Mute/unmute a person</source>
        <translation>Silenciar/dejar de silenciar a una persona</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M in the list</source>
        <translation>Ctrl+Shift+M en la lista</translation>
    </message>
    <message>
        <source>Block/unblock a person</source>
        <translation>Bloquear/desbloquear a una persona</translation>
    </message>
    <message>
        <source>Ctrl+Shift+I in the list</source>
        <translation>Ctrl+Shift+I en la lista</translation>
    </message>
    <message>
        <source>keys hotkeys help</source>
        <translation>teclas ayuda</translation>
    </message>
    <message>
        <source>preferences options configuration</source>
        <translation>preferencias opciones configuración</translation>
    </message>
    <message>
        <source>column sidebar panel fold collapse</source>
        <translation>columna barra lateral panel plegar</translation>
    </message>
    <message>
        <source>exit close end</source>
        <translation>salir terminar</translation>
    </message>
</context>
<context>
    <name>islet::ChatDraft</name>
    <message>
        <source>Long message: some clients show only the first %1 bytes (%2 now).</source>
        <translation>Mensaje largo: algunos clientes solo muestran los primeros %1 bytes (ahora %2).</translation>
    </message>
    <message>
        <source>A message has at most %1 lines. The rest is joined to the last one.</source>
        <translation>Un mensaje tiene como máximo %1 líneas. El resto se une a la última.</translation>
    </message>
</context>
<context>
    <name>islet::ChatHistory</name>
    <message>
        <source>The chat history can&apos;t be read. The file was renamed to %1.</source>
        <translation>No se puede leer el historial del chat. El archivo ahora se llama %1.</translation>
    </message>
    <message>
        <source>Couldn&apos;t delete all of the chat history. Check the folder %1.</source>
        <translation>No se pudo borrar todo el historial del chat. Revisa la carpeta %1.</translation>
    </message>
</context>
<context>
    <name>islet::ChatModel</name>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
</context>
<context>
    <name>islet::ChatSearch</name>
    <message>
        <source>No matches</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2+</source>
        <translation>%1 de %2+</translation>
    </message>
</context>
<context>
    <name>islet::Command</name>
    <message>
        <source> or </source>
        <extracomment>between two shortcuts that do the same</extracomment>
        <translation> o </translation>
    </message>
</context>
<context>
    <name>islet::CommandFinder</name>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
</context>
<context>
    <name>islet::DBusNotifier</name>
    <message>
        <source>Open Islet</source>
        <translation>Abrir Islet</translation>
    </message>
</context>
<context>
    <name>islet::DesktopNotifications</name>
    <message numerus="yes">
        <source>%n new messages, latest from %1</source>
        <translation>
            <numerusform>%n mensaje nuevo, el último de %1</numerusform>
            <numerusform>%n mensajes nuevos, el último de %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::HandshakeLog</name>
    <message>
        <source>Realm request</source>
        <translation>Petición al realm</translation>
    </message>
    <message>
        <source>Realm response</source>
        <translation>Respuesta del realm</translation>
    </message>
    <message>
        <source>Login request</source>
        <translation>Petición de acceso</translation>
    </message>
    <message>
        <source>Login response</source>
        <translation>Respuesta de acceso</translation>
    </message>
    <message>
        <source>Name resolved</source>
        <translation>Nombre resuelto</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Address sent</source>
        <translation>Dirección enviada</translation>
    </message>
    <message>
        <source>Challenge received</source>
        <translation>Reto recibido</translation>
    </message>
    <message>
        <source>Signature sent</source>
        <translation>Firma enviada</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>Isla</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Conexión perdida</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>No connection attempts yet.</source>
        <translation>Aún no hay intentos de conexión.</translation>
    </message>
    <message>
        <source>You joined this room immediately, without a handshake.</source>
        <translation>Entraste en esta sala al instante, sin pasos previos.</translation>
    </message>
    <message>
        <source>No steps yet.</source>
        <translation>Aún no hay pasos.</translation>
    </message>
</context>
<context>
    <name>islet::LabelChoice</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>islet::Language</name>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
</context>
<context>
    <name>islet::LinkQuestion</name>
    <message>
        <source>The part before the @ is not the site.</source>
        <translation>La parte anterior a la @ no es el sitio.</translation>
    </message>
    <message>
        <source>This name mixes alphabets, a common phishing trick.</source>
        <translation>Este nombre mezcla alfabetos, un truco habitual de phishing.</translation>
    </message>
    <message>
        <source>This name has letters that can be mistaken for others.</source>
        <translation>Este nombre tiene letras que pueden confundirse con otras.</translation>
    </message>
    <message>
        <source>This is a bare IP address, possibly on your own network.</source>
        <translation>Es una dirección IP sin nombre, quizá de tu propia red.</translation>
    </message>
    <message>
        <source>The page isn&apos;t encrypted: anyone along the way could read or change it.</source>
        <translation>La página no está cifrada: cualquiera en el trayecto podría leerla o modificarla.</translation>
    </message>
</context>
<context>
    <name>islet::MapItem</name>
    <message>
        <source>Joins island at %1 m</source>
        <translation>Entra en la isla a %1 m</translation>
    </message>
    <message>
        <source>Leaves island at %1 m</source>
        <translation>Sale de la isla a %1 m</translation>
    </message>
    <message>
        <source>Audible within %1 m</source>
        <translation>Se oye hasta %1 m</translation>
    </message>
</context>
<context>
    <name>islet::MapTiles</name>
    <message>
        <source>This isn&apos;t an atlas server address. Use one like %1.</source>
        <translation>Esta no es la dirección de un servidor de atlas. Usa una como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) saved (%1)</source>
        <translation>
            <numerusform>%n imagen guardada (%1)</numerusform>
            <numerusform>%n imágenes guardadas (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Off: no images are downloaded.</source>
        <translation>Desactivado: no se descargan imágenes.</translation>
    </message>
    <message>
        <source>%1 didn&apos;t return a ground image (HTTP %2). Check its address.</source>
        <translation>%1 no devolvió una imagen del suelo (HTTP %2). Comprueba su dirección.</translation>
    </message>
    <message>
        <source>%1 isn&apos;t an atlas server: %2. Check its address.</source>
        <translation>%1 no es un servidor de atlas: %2. Comprueba su dirección.</translation>
    </message>
</context>
<context>
    <name>islet::MyIdentities</name>
    <message>
        <source>Temporary: deleted when you quit.</source>
        <translation>Temporal: se elimina al salir del programa.</translation>
    </message>
    <message>
        <source>Stored in the system keychain.</source>
        <translation>Guardada en el llavero del sistema.</translation>
    </message>
    <message>
        <source>Stored in a file that only you can read.</source>
        <translation>Guardada en un archivo que solo tú puedes leer.</translation>
    </message>
    <message>
        <source>Renews automatically.</source>
        <translation>Se renueva automáticamente.</translation>
    </message>
    <message>
        <source>Valid until %1.</source>
        <translation>Válida hasta el %1.</translation>
    </message>
    <message>
        <source>You&apos;re a temporary guest until you quit. %1</source>
        <translation>Eres un invitado temporal hasta que salgas del programa. %1</translation>
    </message>
    <message>
        <source>Your key has expired, so you can&apos;t join rooms. Choose another identity, or import a new one.</source>
        <translation>Tu clave ha caducado y no puedes entrar en ninguna sala. Elige otra identidad o importa una nueva.</translation>
    </message>
    <message>
        <source>Your key expires on %1 and can&apos;t be renewed here. Import a new one before then.</source>
        <translation>Tu clave caduca el %1 y no se puede renovar aquí. Importa una nueva antes de esa fecha.</translation>
    </message>
    <message>
        <source>Couldn&apos;t read the file %1: %2.</source>
        <translation>No se pudo leer el archivo %1: %2.</translation>
    </message>
</context>
<context>
    <name>islet::PeersModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciada</translation>
    </message>
    <message>
        <source>no signal for %1 s</source>
        <translation>sin señal desde hace %1 s</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>sin perfil</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>bot</translation>
    </message>
</context>
<context>
    <name>islet::PersonDetails</name>
    <message>
        <source>left %1 s ago</source>
        <translation>se fue hace %1 s</translation>
    </message>
    <message>
        <source>not in this room</source>
        <translation>no está en esta sala</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>última señal ahora mismo</translation>
    </message>
    <message>
        <source>last seen %1 s ago</source>
        <translation>última señal hace %1 s</translation>
    </message>
    <message>
        <source>%1 m away, %2</source>
        <translation>a %1 m, %2</translation>
    </message>
    <message>
        <source>%1 packets, %2 late, %3 duplicates, %4 ms concealed, delay %5 of %6 ms, jitter %7 ms, %8 dB</source>
        <translation>%1 paquetes, %2 con retraso, %3 duplicados, %4 ms reconstruidos, retardo %5 de %6 ms, jitter %7 ms, %8 dB</translation>
    </message>
    <message>
        <source>%1 ms round trip</source>
        <translation>%1 ms de ida y vuelta</translation>
    </message>
    <message>
        <source>The delay isn&apos;t measured: too many people are in the room.</source>
        <translation>El retardo no se mide: hay demasiada gente en la sala.</translation>
    </message>
    <message>
        <source>The delay isn&apos;t known yet.</source>
        <translation>El retardo aún no se conoce.</translation>
    </message>
    <message>
        <source>Counting packets...</source>
        <translation>Contando paquetes...</translation>
    </message>
    <message>
        <source>%1 position</source>
        <translation>%1 de posición</translation>
    </message>
    <message>
        <source>%1 voice</source>
        <translation>%1 de voz</translation>
    </message>
    <message>
        <source>%1 chat</source>
        <translation>%1 de chat</translation>
    </message>
    <message>
        <source>%1 profile</source>
        <translation>%1 de perfil</translation>
    </message>
    <message>
        <source>%1 other</source>
        <translation>%1 de otro tipo</translation>
    </message>
    <message>
        <source>No packets in the last second.</source>
        <translation>Ningún paquete en el último segundo.</translation>
    </message>
    <message>
        <source>Packets in the last second: %1</source>
        <translation>Paquetes en el último segundo: %1</translation>
    </message>
    <message>
        <source>%1 s ago: %2</source>
        <translation>hace %1 s: %2</translation>
    </message>
</context>
<context>
    <name>islet::RealmList</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>The realm list address isn&apos;t valid. Use one like %1.</source>
        <translation>La dirección de la lista de realms no es válida. Usa una como %1.</translation>
    </message>
    <message>
        <source>Loading realms from %1...</source>
        <translation>Cargando realms de %1...</translation>
    </message>
    <message>
        <source>No realm list found at %1 (HTTP %2). Check the address in Settings.</source>
        <translation>No hay ninguna lista de realms en %1 (HTTP %2). Comprueba la dirección en Ajustes.</translation>
    </message>
    <message>
        <source>The list has no realms.</source>
        <translation>La lista no tiene ningún realm.</translation>
    </message>
</context>
<context>
    <name>islet::RoomConnection</name>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message numerus="yes">
        <source>Connection lost, reconnecting in %n s</source>
        <translation>
            <numerusform>Conexión perdida, nuevo intento en %n s</numerusform>
            <numerusform>Conexión perdida, nuevo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting...</source>
        <translation>Conectando...</translation>
    </message>
    <message>
        <source>Contacting the realm...</source>
        <translation>Contactando con el realm...</translation>
    </message>
    <message>
        <source>Logging in...</source>
        <translation>Iniciando sesión...</translation>
    </message>
    <message>
        <source>Authenticating...</source>
        <translation>Autenticando...</translation>
    </message>
    <message>
        <source>Joining the room...</source>
        <translation>Entrando en la sala...</translation>
    </message>
    <message>
        <source>%1 packets/s in, %2 out</source>
        <translation>%1 paquetes/s de entrada, %2 de salida</translation>
    </message>
    <message>
        <source>the demo room</source>
        <translation>la sala de demostración</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Reintentando en %n s</numerusform>
            <numerusform>Reintentando en %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::RoomNotes</name>
    <message>
        <source>You joined %1</source>
        <translation>Entraste en %1</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Se perdió la conexión.</translation>
    </message>
</context>
<context>
    <name>islet::Screenshot</name>
    <message>
        <source>Couldn&apos;t save the screenshot to %1.
</source>
        <translation>No se pudo guardar la captura de pantalla en %1.
</translation>
    </message>
    <message>
        <source>No one appeared in the room. The screenshot was saved to %1 anyway.
</source>
        <translation>No apareció nadie en la sala. La captura de pantalla se guardó en %1 de todos modos.
</translation>
    </message>
</context>
<context>
    <name>islet::VoiceController</name>
    <message>
        <source>ptt takes down, up or toggle.</source>
        <translation>ptt admite down, up o toggle.</translation>
    </message>
    <message>
        <source>No one would hear you: the window isn&apos;t in a room.</source>
        <translation>Nadie te oiría: la ventana no está en ninguna sala.</translation>
    </message>
    <message>
        <source>No one can hear you: the microphone is muted in the window.</source>
        <translation>Nadie te oye: el micrófono está silenciado en la ventana.</translation>
    </message>
    <message>
        <source>No one can hear you. %1</source>
        <translation>Nadie te oye. %1</translation>
    </message>
    <message numerus="yes">
        <source>Buffer %1 ms, %n underrun(s)</source>
        <translation>
            <numerusform>Búfer de %1 ms, %n vaciado</numerusform>
            <numerusform>Búfer de %1 ms, %n vaciados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::VoiceSettings</name>
    <message>
        <source> or </source>
        <comment>between the names of two keys</comment>
        <translation> o </translation>
    </message>
</context>
</TS>

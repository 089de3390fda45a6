package org.portcullis.engine.workflow;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/**
 * Keeps the engine's groups and their rights: administrators look into every workflow and may repeat a failed job, but
 * neither answer a task nor change a running workflow nor hand out rights, so that nobody who administers can approve a
 * trade on a side path. Approvers and risk officers see and answer the tasks of their
 * group. Granting again changes nothing.
 */
public final class WorkflowAccess {

    /** The engine's own name for its administrators. */
    public static final String ADMINISTRATORS = "camunda-admin";
    /** Who answers orders that wait. */
    public static final String APPROVERS = "approver";

    private static final List<String> GROUPS = List.of(ADMINISTRATORS, APPROVERS, "viewer", "trader", "riskofficer");
    /** Who answers for differences of the books and re-arms breakers. */
    public static final String OFFICERS = "riskofficer";

    private static final String FILTER = "Waiting for an approver";
    private static final String OFFICERS_FILTER = "Waiting for a risk officer";
    /**
     * Without a member, Camunda's pages offer everybody to create the first administrator. Nobody signs in as this one.
     */
    private static final String PLACEHOLDER = "nosignin";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    public WorkflowAccess(ProcessEngine engine) {
        this.identity = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    /**
     * Creates what is missing.
     *
     * @param unguessable a new random text, used once as the password of a user whom nobody signs in as
     */
    public void grant(String unguessable) {
        GROUPS.forEach(this::createGroup);
        createPlaceholder(unguessable);
        grantAdministrators();
        grantAnswering(APPROVERS);
        grantAnswering(OFFICERS);
        createFilter(FILTER, APPROVERS);
        createFilter(OFFICERS_FILTER, OFFICERS);
    }

    /**
     * Gives a person who is signed in elsewhere a row of their own: Camunda's pages show nothing to a name that they do
     * not know. The groups come with each request, not from here.
     *
     * @param unguessable a new random text; nobody signs in with it
     */
    public void admit(String name, String unguessable) {
        synchronized (WorkflowAccess.class) {
            if (identity.createUserQuery().userId(name).count() == 0) {
                User user = identity.newUser(name);
                user.setFirstName(name);
                user.setLastName("");
                user.setPassword(unguessable);
                identity.saveUser(user);
            }
        }
    }

    private void grantAdministrators() {
        allow(ADMINISTRATORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(ADMINISTRATORS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        allow(ADMINISTRATORS, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        allow(ADMINISTRATORS, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.RETRY_JOB);
        allow(ADMINISTRATORS, Resources.PROCESS_INSTANCE, Authorization.ANY, ProcessInstancePermissions.READ,
                ProcessInstancePermissions.RETRY_JOB);
        allow(ADMINISTRATORS, Resources.TASK, Authorization.ANY, Permissions.READ);
        allow(ADMINISTRATORS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        allow(ADMINISTRATORS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        allow(ADMINISTRATORS, Resources.BATCH, Authorization.ANY, Permissions.READ);
    }

    private void grantAnswering(String group) {
        allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        allow(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        allow(group, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
    }

    private void createGroup(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType(id.equals(ADMINISTRATORS) ? "SYSTEM" : "ROLE");
            identity.saveGroup(group);
        }
    }

    private void createPlaceholder(String unguessable) {
        if (identity.createUserQuery().userId(PLACEHOLDER).count() == 0) {
            User user = identity.newUser(PLACEHOLDER);
            user.setPassword(unguessable);
            identity.saveUser(user);
            identity.createMembership(PLACEHOLDER, ADMINISTRATORS);
        }
    }

    private void createFilter(String name, String group) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
            filter.setQuery(tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks());
            filter = filters.saveFilter(filter);
        }
        allow(group, Resources.FILTER, filter.getId(), Permissions.READ);
        allow(ADMINISTRATORS, Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private void allow(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization known = authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(resource)
                .resourceId(resourceId).singleResult();
        Authorization grant = known == null
                ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
